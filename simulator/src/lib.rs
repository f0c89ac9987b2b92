//! Introduced below.
