//! Optional properties of a child.

/// Sets a property if there is a value.
pub(super) fn with<T, V>(it: T, value: Option<V>, set: impl FnOnce(T, V) -> T) -> T {
    match value {
        Some(value) => set(it, value),
        None => it,
    }
}

/// Sets a property if there is a value; the property may reject it.
pub(super) fn try_with<T, V, E>(it: T, value: Option<V>, set: impl FnOnce(T, V) -> Result<T, E>) -> Result<T, E> {
    match value {
        Some(value) => set(it, value),
        None => Ok(it),
    }
}
