//! Properties that a child may leave out.

/// With a property, where it is set.
pub(super) fn with<T, V>(it: T, value: Option<V>, set: impl FnOnce(T, V) -> T) -> T {
    match value {
        Some(value) => set(it, value),
        None => it,
    }
}

/// With a property, where it is set, that may be refused.
pub(super) fn try_with<T, V, E>(it: T, value: Option<V>, set: impl FnOnce(T, V) -> Result<T, E>) -> Result<T, E> {
    match value {
        Some(value) => set(it, value),
        None => Ok(it),
    }
}
