//! Fills the built-in classes with their methods.

use super::types::Types;

/// Called once for each thread, when the classes have been made.
pub fn install(types: &'static Types) {
    super::object_methods::install(types);
    super::type_methods::install(types);
    super::mapping_proxy::install(types);
    super::exception_types::install(types);
    super::frame_type::install(types);
    super::descriptor_types::install(types);
    super::function_methods::install(types);
    super::generator_methods::install(types);
    super::module::install(types);
}
