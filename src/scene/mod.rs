//! World to view models.
