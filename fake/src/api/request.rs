//! Parses request bodies.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::error::ApiError;

/// Parses an action's body: a JSON object, `{}` if empty.
pub(crate) fn object(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    match serde_json::from_slice(body) {
        // serde would accept a list as the fields in order.
        Ok(Value::Object(fields)) if fields.get("filters").is_some_and(Value::is_array) => {
            Err(ApiError::validation("`filters` must be an object"))
        }
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(ApiError::validation("Invalid message: the body must be a JSON object")),
        Err(error) => Err(ApiError::validation(format!("Invalid message: {error}"))),
    }
}

/// Deserializes the action's fields.
pub(crate) fn read<T: DeserializeOwned>(fields: Map<String, Value>) -> Result<T, ApiError> {
    T::deserialize(Value::Object(fields)).map_err(|error| ApiError::validation(format!("Invalid message: {error}")))
}

/// Checks that a limit is within bounds.
pub(crate) fn limit(limit: Option<usize>, default: usize) -> Result<usize, ApiError> {
    match limit {
        None => Ok(default),
        Some(limit) if (1..=100).contains(&limit) => Ok(limit),
        Some(_) => Err(ApiError::validation("`limit` must be between 1 and 100")),
    }
}

/// Checks the length of a list.
pub(crate) fn at_most<T>(name: &str, list: Option<&[T]>, most: usize) -> Result<(), ApiError> {
    if list.is_some_and(|list| list.len() > most) {
        return Err(ApiError::validation(format!("`{name}` must have at most {most} items")));
    }
    Ok(())
}

/// Refuses documented fields that the fake does not implement, instead of ignoring them.
pub(crate) fn refuse(fields: &Map<String, Value>, lacking: &[&str]) -> Result<(), ApiError> {
    match lacking.iter().find(|name| fields.contains_key(**name)) {
        Some(name) => Err(ApiError::not_faked(&format!("`{name}` of this action"))),
        None => Ok(()),
    }
}
