//! Operations on any objects: what operators, `len`, `repr`, `iter`, `[]` come to. Exact built-ins are done at once;
//! whatever needs Python code comes to a [`super::function::Flow`].

mod binary;
mod compare;
mod convert;
mod hashing;
mod item;
mod iterate;
mod kinds;
mod special;
mod text;
mod truth;

pub use binary::{binary, not_, power_mod, unary};
pub use compare::{compare, equal, less_than};
pub use convert::{index, slice_indices, to_float, to_int};
pub use hashing::hash;
pub use item::{contains, del_item, get_item, len, length, length_hint, set_item};
pub use iterate::{Next, collect, iter, next, next_item, to_vec};
pub use kinds::{BinaryOp, CompareOp, UnaryOp};
pub use special::{bind_method, special};
pub use text::{ascii, format, repr, repr_text, str_of, str_text};
pub use truth::{Truth, is_true, judge_truth, truth};
