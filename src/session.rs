//! One run: source and options in, slices of work, trace and output out.
