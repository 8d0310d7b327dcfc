//! The terminal program: `loopscope run FILE.py`.
fn main() {}
