//! Two-way binding of a field.

use std::fmt;

use yew::{
    html::{ImplicitClone, IntoPropValue},
    prelude::*,
};

/// A value and a callback that replaces it, for a field's `bind` property.
///
/// A state converts into a `Bind`, so `bind={&state}` is enough: the field shows the state, and sets it to what the
/// person enters. The handle of `use_stored` converts as well. For anything else, use [`Bind::new`].
///
/// The default binds nothing; the field then uses its other properties.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Bind, Checkbox, TextField};
///
/// #[derive(Clone, Default)]
/// struct Note {
///     text: String,
///     private: bool,
/// }
///
/// #[component]
/// fn NoteForm() -> Html {
///     let note = use_state(Note::default);
///     let text = {
///         let note = note.clone();
///         Bind::new(note.text.clone(), move |text| note.set(Note { text, ..(*note).clone() }))
///     };
///     let private = use_state(|| false);
///     html! {
///         <>
///             <TextField label="Note" bind={text} />
///             <Checkbox label="Only for me" bind={&private} />
///         </>
///     }
/// }
/// ```
pub struct Bind<T> {
    bound: Option<(T, Callback<T>)>,
}

impl<T> Bind<T> {
    /// Binds a field to a value; `set` is called with the value that the person enters.
    pub fn new(value: T, set: impl Fn(T) + 'static) -> Self {
        Self { bound: Some((value, Callback::from(set))) }
    }
}

impl<T: Clone + 'static> Bind<T> {
    /// The bound value, or `value` without a binding.
    pub(crate) fn value_or(&self, value: &T) -> T {
        self.bound.as_ref().map_or(value, |(bound, _)| bound).clone()
    }

    /// Sets the bound value, then calls this as well.
    pub(crate) fn then(&self, also: &Callback<T>) -> Callback<T> {
        let also = also.clone();
        let Some((_, set)) = &self.bound else { return also };
        let set = set.clone();
        Callback::from(move |value: T| {
            set.emit(value.clone());
            also.emit(value);
        })
    }
}

impl Bind<String> {
    /// The bound text, or `text` without a binding.
    pub(crate) fn text_or(&self, text: &AttrValue) -> AttrValue {
        self.bound.as_ref().map_or_else(|| text.clone(), |(bound, _)| AttrValue::from(bound.clone()))
    }
}

impl<T> Default for Bind<T> {
    fn default() -> Self {
        Self { bound: None }
    }
}

impl<T: Clone> Clone for Bind<T> {
    fn clone(&self) -> Self {
        Self { bound: self.bound.clone() }
    }
}

impl<T: Clone> ImplicitClone for Bind<T> {}

impl<T: PartialEq> PartialEq for Bind<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bound == other.bound
    }
}

impl<T: fmt::Debug> fmt::Debug for Bind<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Bind").field(&self.bound.as_ref().map(|(value, _)| value)).finish()
    }
}

impl<T: Clone> IntoPropValue<Bind<T>> for &UseStateHandle<T> {
    fn into_prop_value(self) -> Bind<T> {
        Bind { bound: Some(((**self).clone(), self.setter().into())) }
    }
}

impl<T: Clone> IntoPropValue<Bind<T>> for UseStateHandle<T> {
    fn into_prop_value(self) -> Bind<T> {
        (&self).into_prop_value()
    }
}

/// For a choice among [`AttrValue`]s that is stored as a `String`.
impl IntoPropValue<Bind<AttrValue>> for Bind<String> {
    fn into_prop_value(self) -> Bind<AttrValue> {
        let bound = self.bound.map(|(value, set)| (value.into(), set.reform(|value: AttrValue| value.to_string())));
        Bind { bound }
    }
}

impl IntoPropValue<Bind<AttrValue>> for &UseStateHandle<String> {
    fn into_prop_value(self) -> Bind<AttrValue> {
        let text: Bind<String> = self.into_prop_value();
        text.into_prop_value()
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use super::*;

    /// The arguments of the callbacks, in order.
    #[derive(Clone, Default)]
    struct Log(Rc<RefCell<Vec<String>>>);

    impl Log {
        fn writer(&self, name: &'static str) -> impl Fn(String) + 'static {
            let lines = Rc::clone(&self.0);
            move |text| lines.borrow_mut().push(format!("{name} {text}"))
        }
    }

    #[test]
    fn the_bound_value_is_set_before_the_other_callback_is_called() {
        let log = Log::default();
        let bind = Bind::new("old".to_owned(), log.writer("set"));
        bind.then(&Callback::from(log.writer("called"))).emit("new".into());
        assert_eq!(*log.0.borrow(), ["set new", "called new"]);
        assert_eq!(bind.value_or(&"value".to_owned()), "old");
        assert_eq!(bind.text_or(&"value".into()), "old");
    }

    #[test]
    fn without_a_binding_the_other_properties_count() {
        let log = Log::default();
        let bind = Bind::<String>::default();
        bind.then(&Callback::from(log.writer("called"))).emit("new".into());
        assert_eq!(*log.0.borrow(), ["called new"]);
        assert_eq!(bind.value_or(&"value".to_owned()), "value");
        assert_eq!(bind.text_or(&"value".into()), "value");
    }

    #[test]
    fn a_string_is_bound_to_a_choice() {
        let log = Log::default();
        let choice: Bind<AttrValue> = Bind::new("a".to_owned(), log.writer("set")).into_prop_value();
        assert_eq!(choice.value_or(&"b".into()), "a");
        choice.then(&Callback::noop()).emit("b".into());
        assert_eq!(*log.0.borrow(), ["set b"]);
    }
}
