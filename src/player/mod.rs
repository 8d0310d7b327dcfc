//! trace to the World at a step.
