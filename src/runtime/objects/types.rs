//! The built-in classes: one table for each thread, shared by all sessions on it, since programs cannot change them.

use std::cell::Cell;
use std::rc::Rc;

use super::args::Args;
use super::class::{Class, class_flag, linearize};
use super::exception::{PyResult, type_error};
use super::interp::Interp;
use super::value::Value;

macro_rules! classes {
    ($($field:ident $name:literal ($($base:ident)*) $flags:expr,)*) => {
        /// The built-in classes by name.
        pub struct Types { $(pub $field: Rc<Class>,)* }

        impl Types {
            fn build() -> Types {
                use class_flag::*;
                $(let $field = build($name, vec![$($base.clone()),*], $flags | IMMUTABLE);)*
                Types { $($field,)* }
            }

            /// The built-in class of this name.
            pub fn named(&self, name: &str) -> Option<Rc<Class>> {
                let place = [$($name),*].iter().position(|known| *known == name)?;
                Some([$(&self.$field),*][place].clone())
            }

            /// All built-in classes, in the table's order.
            pub fn all(&self) -> Vec<Rc<Class>> {
                vec![$(self.$field.clone()),*]
            }
        }
    };
}

const EXC: u32 = class_flag::EXCEPTION;

classes! {
    object "object" () 0,
    type_ "type" (object) LAYOUT,
    none_type "NoneType" (object) FINAL,
    not_implemented_type "NotImplementedType" (object) FINAL,
    ellipsis_type "ellipsis" (object) FINAL,
    int "int" (object) LAYOUT,
    bool_ "bool" (int) FINAL,
    float "float" (object) LAYOUT,
    complex "complex" (object) LAYOUT,
    str "str" (object) LAYOUT,
    bytes "bytes" (object) LAYOUT,
    bytearray "bytearray" (object) LAYOUT,
    memoryview "memoryview" (object) LAYOUT | FINAL,
    tuple "tuple" (object) LAYOUT,
    list "list" (object) LAYOUT,
    dict "dict" (object) LAYOUT,
    set "set" (object) LAYOUT,
    frozenset "frozenset" (object) LAYOUT,
    range "range" (object) FINAL,
    slice "slice" (object) FINAL,
    function "function" (object) FINAL,
    builtin_function "builtin_function_or_method" (object) FINAL,
    method_descriptor "method_descriptor" (object) FINAL,
    wrapper_descriptor "wrapper_descriptor" (object) FINAL,
    method_wrapper "method-wrapper" (object) FINAL,
    classmethod_descriptor "classmethod_descriptor" (object) FINAL,
    method "method" (object) FINAL,
    module "module" (object) LAYOUT,
    generator "generator" (object) FINAL,
    coroutine "coroutine" (object) FINAL,
    async_generator "async_generator" (object) FINAL,
    async_generator_asend "async_generator_asend" (object) FINAL,
    async_generator_athrow "async_generator_athrow" (object) FINAL,
    anext_awaitable "anext_awaitable" (object) FINAL,
    coroutine_wrapper "coroutine_wrapper" (object) FINAL,
    cell "cell" (object) FINAL,
    code "code" (object) FINAL,
    frame "frame" (object) FINAL,
    traceback "traceback" (object) FINAL,
    property "property" (object) LAYOUT,
    classmethod "classmethod" (object) LAYOUT,
    staticmethod "staticmethod" (object) LAYOUT,
    super_ "super" (object) LAYOUT,
    getset_descriptor "getset_descriptor" (object) FINAL,
    member_descriptor "member_descriptor" (object) FINAL,
    mappingproxy "mappingproxy" (object) FINAL,
    dict_keys "dict_keys" (object) FINAL,
    dict_values "dict_values" (object) FINAL,
    dict_items "dict_items" (object) FINAL,
    odict_keys "odict_keys" (dict_keys) FINAL,
    odict_values "odict_values" (dict_values) FINAL,
    odict_items "odict_items" (dict_items) FINAL,
    odict_iterator "odict_iterator" (object) FINAL,
    list_iterator "list_iterator" (object) FINAL,
    list_reverse_iterator "list_reverseiterator" (object) FINAL,
    tuple_iterator "tuple_iterator" (object) FINAL,
    range_iterator "range_iterator" (object) FINAL,
    longrange_iterator "longrange_iterator" (object) FINAL,
    str_iterator "str_iterator" (object) FINAL,
    str_ascii_iterator "str_ascii_iterator" (object) FINAL,
    bytes_iterator "bytes_iterator" (object) FINAL,
    memory_iterator "memory_iterator" (object) FINAL,
    bytearray_iterator "bytearray_iterator" (object) FINAL,
    dict_key_iterator "dict_keyiterator" (object) FINAL,
    dict_value_iterator "dict_valueiterator" (object) FINAL,
    dict_item_iterator "dict_itemiterator" (object) FINAL,
    dict_reverse_key_iterator "dict_reversekeyiterator" (object) FINAL,
    dict_reverse_value_iterator "dict_reversevalueiterator" (object) FINAL,
    dict_reverse_item_iterator "dict_reverseitemiterator" (object) FINAL,
    set_iterator "set_iterator" (object) FINAL,
    sequence_iterator "iterator" (object) FINAL,
    context_keys "keys" (object) FINAL,
    context_values "values" (object) FINAL,
    context_items "items" (object) FINAL,
    callable_iterator "callable_iterator" (object) FINAL,
    enumerate "enumerate" (object) LAYOUT,
    zip "zip" (object) LAYOUT,
    map "map" (object) LAYOUT,
    filter "filter" (object) LAYOUT,
    reversed "reversed" (object) LAYOUT,
    generic_alias "GenericAlias" (object) LAYOUT,
    union_type "UnionType" (object) FINAL,

    base_exception "BaseException" (object) EXC | LAYOUT,
    base_exception_group "BaseExceptionGroup" (base_exception) EXC,
    exception "Exception" (base_exception) EXC,
    generator_exit "GeneratorExit" (base_exception) EXC,
    keyboard_interrupt "KeyboardInterrupt" (base_exception) EXC,
    system_exit "SystemExit" (base_exception) EXC,
    arithmetic_error "ArithmeticError" (exception) EXC,
    floating_point_error "FloatingPointError" (arithmetic_error) EXC,
    overflow_error "OverflowError" (arithmetic_error) EXC,
    zero_division_error "ZeroDivisionError" (arithmetic_error) EXC,
    assertion_error "AssertionError" (exception) EXC,
    attribute_error "AttributeError" (exception) EXC,
    buffer_error "BufferError" (exception) EXC,
    eof_error "EOFError" (exception) EXC,
    import_error "ImportError" (exception) EXC,
    module_not_found_error "ModuleNotFoundError" (import_error) EXC,
    lookup_error "LookupError" (exception) EXC,
    index_error "IndexError" (lookup_error) EXC,
    key_error "KeyError" (lookup_error) EXC,
    memory_error "MemoryError" (exception) EXC,
    name_error "NameError" (exception) EXC,
    unbound_local_error "UnboundLocalError" (name_error) EXC,
    os_error "OSError" (exception) EXC,
    blocking_io_error "BlockingIOError" (os_error) EXC,
    child_process_error "ChildProcessError" (os_error) EXC,
    connection_error "ConnectionError" (os_error) EXC,
    broken_pipe_error "BrokenPipeError" (connection_error) EXC,
    connection_aborted_error "ConnectionAbortedError" (connection_error) EXC,
    connection_refused_error "ConnectionRefusedError" (connection_error) EXC,
    connection_reset_error "ConnectionResetError" (connection_error) EXC,
    file_exists_error "FileExistsError" (os_error) EXC,
    file_not_found_error "FileNotFoundError" (os_error) EXC,
    interrupted_error "InterruptedError" (os_error) EXC,
    is_a_directory_error "IsADirectoryError" (os_error) EXC,
    not_a_directory_error "NotADirectoryError" (os_error) EXC,
    permission_error "PermissionError" (os_error) EXC,
    process_lookup_error "ProcessLookupError" (os_error) EXC,
    timeout_error "TimeoutError" (os_error) EXC,
    reference_error "ReferenceError" (exception) EXC,
    runtime_error "RuntimeError" (exception) EXC,
    not_implemented_error "NotImplementedError" (runtime_error) EXC,
    python_finalization_error "PythonFinalizationError" (runtime_error) EXC,
    recursion_error "RecursionError" (runtime_error) EXC,
    stop_async_iteration "StopAsyncIteration" (exception) EXC,
    stop_iteration "StopIteration" (exception) EXC,
    syntax_error "SyntaxError" (exception) EXC,
    indentation_error "IndentationError" (syntax_error) EXC,
    tab_error "TabError" (indentation_error) EXC,
    incomplete_input_error "_IncompleteInputError" (syntax_error) EXC,
    system_error "SystemError" (exception) EXC,
    type_error "TypeError" (exception) EXC,
    value_error "ValueError" (exception) EXC,
    unicode_error "UnicodeError" (value_error) EXC,
    unicode_decode_error "UnicodeDecodeError" (unicode_error) EXC,
    unicode_encode_error "UnicodeEncodeError" (unicode_error) EXC,
    unicode_translate_error "UnicodeTranslateError" (unicode_error) EXC,
    warning "Warning" (exception) EXC,
    bytes_warning "BytesWarning" (warning) EXC,
    deprecation_warning "DeprecationWarning" (warning) EXC,
    encoding_warning "EncodingWarning" (warning) EXC,
    future_warning "FutureWarning" (warning) EXC,
    import_warning "ImportWarning" (warning) EXC,
    pending_deprecation_warning "PendingDeprecationWarning" (warning) EXC,
    resource_warning "ResourceWarning" (warning) EXC,
    runtime_warning "RuntimeWarning" (warning) EXC,
    syntax_warning "SyntaxWarning" (warning) EXC,
    unicode_warning "UnicodeWarning" (warning) EXC,
    user_warning "UserWarning" (warning) EXC,
    exception_group "ExceptionGroup" (base_exception_group exception) EXC,
}

fn build(name: &str, bases: Vec<Rc<Class>>, flags: u32) -> Rc<Class> {
    let ancestors = linearize(&bases).ok().expect("the built-in classes have an order");
    let make = bases.first().map_or(cannot_make as super::class::MakeFn, |b| b.make.get());
    Class::new(name, bases, ancestors, None, make, flags)
}

fn cannot_make(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let single = match &*class.name() {
        "NoneType" => Some("NoneType"),
        "NotImplementedType" => Some("NotImplementedType"),
        "ellipsis" => Some("EllipsisType"),
        _ => None,
    };
    if let Some(name) = single {
        return match name {
            _ if !args.values.is_empty() => Err(type_error(format!("{name} takes no arguments"))),
            "NoneType" => Ok(Value::None),
            "EllipsisType" => Ok(Value::Ellipsis),
            _ => Ok(Value::NotImplemented),
        };
    }
    if Rc::ptr_eq(class, &types().code) {
        let given = args.values.len();
        if args.names.is_some() {
            return Err(type_error("code() takes no keyword arguments"));
        }
        if !(16..=18).contains(&given) {
            let (bound, count) = if given < 16 { ("least", 16) } else { ("most", 18) };
            return Err(type_error(format!("code expected at {bound} {count} arguments, got {given}")));
        }
    }
    Err(type_error(format!("cannot create '{}' instances", class.shown_name())))
}

thread_local! {
    static TYPES: Cell<Option<&'static Types>> = const { Cell::new(None) };
}

/// The built-in classes of this thread.
#[inline(always)]
pub fn types() -> &'static Types {
    match TYPES.get() {
        Some(types) => types,
        None => first_use(),
    }
}

#[cold]
fn first_use() -> &'static Types {
    let built: &'static Types = Box::leak(Box::new(Types::build()));
    TYPES.set(Some(built));
    super::builtin_types::install(built);
    for class in built.all() {
        let single = matches!(&*class.name(), "NoneType" | "NotImplementedType" | "ellipsis");
        if single || !std::ptr::fn_addr_eq(class.make.get(), cannot_make as super::class::MakeFn) {
            super::instantiate::define_new(&class);
        }
    }
    built
}

/// The class of any value: `type(x)`.
pub fn type_of(value: &Value) -> Rc<Class> {
    match value {
        Value::Object(object) => object.class(),
        Value::Iter(iter) => iter.class.clone(),
        Value::Type(class) => class.metaclass().unwrap_or_else(|| types().type_.clone()),
        Value::Module(module) => module.class(),
        _ => builtin_type_of(value).clone(),
    }
}

fn builtin_type_of(value: &Value) -> &'static Rc<Class> {
    use super::function::Binding;
    use super::generator::GeneratorKind;
    use super::native_function::is_slot;
    let t = types();
    match value {
        Value::None | Value::Unset => &t.none_type,
        Value::NotImplemented => &t.not_implemented_type,
        Value::Ellipsis => &t.ellipsis_type,
        Value::Bool(_) => &t.bool_,
        Value::Int(_) | Value::BigInt(_) => &t.int,
        Value::Float(_) => &t.float,
        Value::Complex(_) => &t.complex,
        Value::Str(_) => &t.str,
        Value::Bytes(_) => &t.bytes,
        Value::Tuple(_) => &t.tuple,
        Value::List(_) => &t.list,
        Value::Dict(_) | Value::Namespace(_) => &t.dict,
        Value::Set(s) if s.frozen => &t.frozenset,
        Value::Set(_) => &t.set,
        Value::Range(_) => &t.range,
        Value::Slice(_) => &t.slice,
        Value::Function(_) => &t.function,
        Value::Builtin(b) => match b.binding {
            Binding::Function | Binding::Method if b.python.is_some() => &t.function,
            Binding::Function => &t.builtin_function,
            Binding::Method if is_slot(b) => &t.wrapper_descriptor,
            Binding::Method => &t.method_descriptor,
            Binding::ClassMethod => &t.classmethod_descriptor,
        },
        Value::Method(m) => match &m.function {
            Value::Builtin(b) if b.python.is_some() => &t.method,
            Value::Builtin(b) if is_slot(b) => &t.method_wrapper,
            Value::Builtin(_) => &t.builtin_function,
            _ => &t.method,
        },
        Value::Generator(g) => match g.kind {
            // The one kind of generator that no code of the program's has made.
            GeneratorKind::Generator if g.code.is_none() => &t.coroutine_wrapper,
            GeneratorKind::Generator => &t.generator,
            GeneratorKind::Coroutine => &t.coroutine,
            GeneratorKind::AsyncGenerator => &t.async_generator,
            GeneratorKind::AsyncGeneratorSend => &t.async_generator_asend,
            GeneratorKind::AsyncGeneratorThrow => &t.async_generator_athrow,
            GeneratorKind::AnextAwaitable => &t.anext_awaitable,
        },
        Value::Cell(_) => &t.cell,
        Value::Code(_) => &t.code,
        Value::Type(_) | Value::Iter(_) | Value::Module(_) | Value::Object(_) => unreachable!("answered by type_of"),
    }
}

/// A class as argument clinic names it in messages: None is «None».
pub fn argument_type(value: &Value) -> Rc<str> {
    if value.is_none() { "None".into() } else { type_name(value) }
}

/// The name of a value's class, for messages.
pub fn type_name(value: &Value) -> Rc<str> {
    type_of(value).shown_name()
}
