//! Operations on any objects: what operators, `len`, `repr`, `iter`, `[]` come to. Exact built-ins are done at once;
//! whatever needs Python code comes to a [`super::function::Flow`].

mod alike;
pub(in crate::objects) mod asking;
pub(in crate::objects) mod binary;
mod collecting;
pub(in crate::objects) mod compare;
mod comparing;
pub(in crate::objects) mod convert;
mod hashing;
pub(in crate::objects) mod item;
pub(in crate::objects) mod iterate;
mod kinds;
pub(in crate::objects) mod number;
pub mod pairs;
pub(in crate::objects) mod scanning;
pub(in crate::objects) mod sequence;
mod sequence_part;
pub(in crate::objects) mod special;
pub(in crate::objects) mod subscript;
mod taking;
pub(in crate::objects) mod text;
mod truth;

pub(in crate::objects) use compare::{numbers_equal, simple};
pub(in crate::objects) use hashing::judge_hash;

pub use asking::{Asked, ask, hash_flow, judge};
pub use binary::{binary, binary_otherwise, first_function, not_, power_mod, unary};
pub use collecting::{collect, collect_rest, collect_sized, gather, gather_unsized};
pub use compare::{compare, compare_otherwise, equal, first_comparison, less_than};
pub use convert::{
    c_int, c_long, index, index_or, natural, parsed_int, real_number, reserve, size, slice_indices, ssize, to_float,
    to_int,
};
pub(in crate::objects) use convert::{exact_slice, slice_bounds};
pub use hashing::{hash, of_constant as hash_of_constant, plain_hash};
pub use item::{ask_length_now, contains, del_item, get_item, len, length, set_item};
pub use iterate::{Next, at_once, breathe, ended, is_iterator, iter, next, next_item, rest, stopped, to_vec};
pub use kinds::{BinaryOp, CompareOp, UnaryOp};
pub use number::{afford, can_afford, charge_product, int_ref, max_str_digits};
pub use sequence::{append_str, charge_repeated, times};
pub(in crate::objects) use sequence_part::is_deque;
pub use special::{bind_method, call_now, has_items, special};
pub use subscript::character;
pub use taking::{next_not_taken, take_all};
pub use text::{ascii, format, repr, repr_text, str_of, str_text};
pub use truth::{Truth, is_true, judge_truth, plain_truth, truth, truth_of};
