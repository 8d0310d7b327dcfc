//! Fills the built-in classes with their methods.

pub mod byte_buffer;
pub mod bytearray;
mod bytearray_methods;
pub mod bytes;
mod bytes_hex;
mod bytes_items;
pub mod bytes_like;
pub mod codec;
pub mod codec_places;
mod complex_parse;
pub mod dict;
pub mod dict_view;
pub mod dict_view_sets;
mod float;
pub mod generic_alias;
mod int;
pub mod iterator_state;
pub mod iterator_types;
pub mod iterators;
pub mod list;
mod memory_format;
mod memory_iterator;
mod memory_lender;
mod memory_shape;
mod memoryview;
mod merged;
pub mod ordered_iterator;
pub mod payload;
pub(in crate::objects) mod percent;
pub mod range;
pub mod repr;
mod reversed;
mod set;
mod set_one_by_one;
pub mod sifting;
mod slots;
pub mod sort;
mod sort_calling;
mod sort_keys;
mod str;
pub mod str_format;
mod str_quick;
mod timsort;
mod translate;
pub mod union_type;

use super::types::Types;

/// Called once for each thread, when the classes have been made.
pub fn install(types: &'static Types) {
    super::object_methods::install(types);
    super::type_methods::install(types);
    super::mapping_proxy::install(types);
    super::exception_types::install(types);
    super::frame_type::install(types);
    super::code_tables::install(types);
    super::descriptor_types::install(types);
    super::function_methods::install(types);
    super::generator_methods::install(types);
    super::module::install(types);
    slots::install(types);
    int::install(types);
    float::install(types);
    str::install(types);
    bytes::install(types);
    memoryview::install(types);
    list::install(types);
    dict::install(types);
    dict_view::install(types);
    dict_view_sets::install(types);
    set::install(types);
    range::install(types);
    iterator_types::install(types);
    generic_alias::install(types);
    union_type::install(types);
}
