//! Built-in functions that look into frames or run code: `globals`, `locals`, `eval`, `exec`, `compile`, `__import__`,
//! `__build_class__`.

use std::rc::Rc;

use super::class_body::{namespace_dict, new_function};
use super::compiled_texts::CompiledTexts;
use super::core::{Vm, vm_of};
use super::imports::{absolute_name, by_program, import_module, warn_of};
use super::source_text::source_text;
use super::traceback::linecache;
use crate::bytecode::CodeFlags;
use crate::compiler::{self, ErrorKind, Mode, Optimize, Options, SyntaxError, Tree};
use crate::objects::attrs::Namespace;
use crate::objects::class_creation::build_class;
use crate::objects::code::{CodeObject, constant};
use crate::objects::containers::{Dict, Tuple};
use crate::objects::descriptor::dict_of;
use crate::objects::dict::DictData;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::frame_type::{add_extras, hidden_variables, variables};
use crate::objects::function::{Builtin, FlowFn};
use crate::objects::gc;
use crate::objects::int::MaxStrDigits;
use crate::objects::interp::not_supported;
use crate::objects::module::from_library;
use crate::objects::types::argument_type;
use crate::objects::{Args, Flow, Interp, Symbol, Value, known, ops, type_name, type_of, types, warnings};

/// Adds the functions to the builtins module.
pub fn install(vm: &mut Vm) {
    let functions: &[(&str, FlowFn)] = &[
        ("globals", |i, args| {
            args.exactly::<0>("globals")?;
            Ok(Flow::Done(globals(i)))
        }),
        ("locals", |i, args| {
            args.exactly::<0>("locals")?;
            Ok(Flow::Done(locals(i)))
        }),
        ("eval", |i, args| run_source(i, args, Mode::Eval)),
        ("exec", |i, args| run_source(i, args, Mode::Exec)),
        ("compile", compile),
        ("__import__", import),
        ("__build_class__", |i, args| Ok(Flow::frame(build_class(i.cx(), args)))),
    ];
    let builtins = vm.builtins.clone();
    let mut names = builtins.names.borrow_mut();
    for (name, code) in functions {
        names.set(Symbol::new(name), Builtin::function(name, "builtins", *code));
    }
}

/// The Python frame that called the native.
pub fn caller(vm: &Vm) -> Option<&Frame> {
    vm.stack.frames().find_map(|f| match f {
        AnyFrame::Python(f) => Some(&**f),
        AnyFrame::Native(_) => None,
    })
}

/// `globals()` of the calling frame.
pub fn globals(i: &mut dyn Interp) -> Value {
    match caller(vm_of(i)) {
        Some(frame) => Value::Dict(Dict::view(frame.globals.clone())),
        None => Value::Dict(Dict::new()),
    }
}

/// `locals()` of the calling frame: its namespace, or a new dict of a function's variables (PEP 667).
pub fn locals(i: &mut dyn Interp) -> Value {
    let Some(frame) = caller(vm_of(i)) else { return Value::Dict(Dict::new()) };
    if frame.namespace.is_some() || !frame.code.has(CodeFlags::OPTIMIZED) {
        let hidden = hidden_variables(&frame.code, &frame.slots, frame.pc);
        return hidden.unwrap_or_else(|| namespace_dict(frame));
    }
    let found = variables(&frame.code, &frame.slots, frame.pc);
    if let Some(object) = frame.object.clone() {
        add_extras(i, &object, &found);
    }
    found
}

/// `SyntaxError.end_offset`: what ends a line or a block has none.
fn end_offset(error: &SyntaxError) -> Value {
    let at_block = ["expected ", "unexpected EOF"].iter().any(|start| error.message.starts_with(start));
    let ends_nowhere = error.kind == ErrorKind::IndentationError || at_block;
    match error.kind {
        ErrorKind::TabError => Value::Int(0),
        _ if ends_nowhere && error.end_column == error.column => Value::Int(-1),
        _ if error.of_symbols && error.end_column == 0 => Value::None,
        _ => Value::Int(error.end_column.into()),
    }
}

/// The UnicodeDecodeError for a wrong escape in a format specifier.
fn undecoded(error: &SyntaxError) -> Exc {
    let class = &types().unicode_decode_error;
    let exc = Exc::new(class, Vec::new());
    if let Some(wrong) = &error.undecoded {
        let members = [
            ("encoding", Value::from("unicodeescape")),
            ("object", Value::bytes(wrong.object.as_bytes().to_vec())),
            ("start", Value::from(wrong.start)),
            ("end", Value::from(wrong.end)),
            ("reason", Value::from(wrong.reason.as_str())),
        ];
        exc.data().args.replace(Tuple::new(members.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>()));
        members.into_iter().for_each(|(name, value)| _ = exc.data().members.borrow_mut().set(Symbol::new(name), value));
    }
    exc
}

/// What a failed `compile` raises: a SyntaxError with its place, or that the source is nested too deeply.
fn raised(error: &SyntaxError) -> Exc {
    let t = types();
    let class = match error.kind {
        ErrorKind::IndentationError => &t.indentation_error,
        ErrorKind::TabError => &t.tab_error,
        ErrorKind::RecursionError => return Exc::new(&t.recursion_error, vec![Value::from(error.message.as_str())]),
        ErrorKind::MemoryError => return Exc::new(&t.memory_error, vec![Value::from(error.message.as_str())]),
        ErrorKind::UnicodeDecodeError => return undecoded(error),
        _ => &t.syntax_error,
    };
    let text = error.text.as_deref().map_or(Value::None, Value::from);
    let number = |n: u32| Value::Int(n as i64);
    let place = Value::tuple(vec![
        Value::from(error.filename.as_str()),
        number(error.line),
        number(error.column),
        text.clone(),
        number(error.end_line),
        end_offset(error),
    ]);
    let place = Some(place).filter(|_| !error.of_symbols);
    let exc = Exc::new(class, [Value::from(error.message.as_str())].into_iter().chain(place).collect());
    let mut members = exc.data().members.borrow_mut();
    for (name, value) in [
        ("msg", Value::from(error.message.as_str())),
        ("filename", Value::from(error.filename.as_str())),
        ("lineno", number(error.line)),
        ("offset", number(error.column)),
        ("text", text),
        ("end_lineno", number(error.end_line)),
        ("end_offset", end_offset(error)),
    ] {
        members.set(Symbol::new(name), value);
    }
    drop(members);
    exc
}

/// Why there is no code.
fn refuse(i: &mut dyn Interp, file: &str, mut error: SyntaxError) -> Exc {
    // What only the compiler finds is shown as it stands in the file.
    if error.is_of_compiler() && *file != *vm_of(i).main_file {
        let name = file.into();
        linecache::read(vm_of(i), &name);
        error.text = linecache::line_of_file(vm_of(i), &name, error.line).map(|line| line + "\n");
    }
    for warning in std::mem::take(&mut error.warnings) {
        if let Err(exc) = super::report::syntax_warning(i, file, &warning) {
            return if exc.is_a(&types().syntax_warning) { raised(&warning.error) } else { exc };
        }
    }
    match error.kind {
        ErrorKind::NotSupported => not_supported(i, &error.message, None),
        _ => raised(&error),
    }
}

/// A source's syntax tree for the `ast` module: a node is a tuple of its class's name, its place and its fields.
#[inline(never)]
pub fn syntax_tree(i: &mut dyn Interp, source: &Value, file: &Value, mode: &Value) -> PyResult {
    let file = file.text_or_empty();
    let text = source_text(i, source, "compile", &file)?;
    let digits = *i.states().get::<MaxStrDigits>();
    let tree = compiler::tree(&text, &file, mode_of(mode)?, digits).map_err(|error| refuse(i, &file, error))?;
    Ok(tree_value(&tree))
}

/// The code of a module of tests, whose asserts are explained.
#[inline(never)]
pub fn code_of_tests(i: &mut dyn Interp, source: &Value, file: &Value) -> PyResult {
    let file = file.text_or_empty();
    let text = source_text(i, source, "compile", &file)?;
    let options = Options { explained_asserts: true, ..compile_options(i, false) };
    Ok(Value::Code(compiled(i, &text, &file, Mode::Exec, options)?))
}

fn tree_value(tree: &Tree) -> Value {
    match tree {
        Tree::Value(literal) => constant(literal),
        Tree::List(items) => Value::list(items.iter().map(tree_value).collect()),
        Tree::Node(name, place, fields, _) => {
            let place = place.map(|p| {
                let numbers = [p.line, p.column.into(), p.end_line, p.end_column.into()];
                Value::tuple(numbers.map(|n: u32| Value::Int(n.into())))
            });
            let head = [Symbol::new(name).value(), place.into()];
            Value::tuple(head.into_iter().chain(fields.iter().map(tree_value)).collect::<Vec<_>>())
        }
    }
}

/// How a source is compiled unless more is said: `inherits` what the code says from which it comes.
fn compile_options(i: &mut dyn Interp, inherits: bool) -> Options {
    let future_annotations = inherits && caller(vm_of(i)).is_some_and(|f| f.code.has(CodeFlags::FUTURE_ANNOTATIONS));
    let states = i.states();
    let (max_digits, optimize) = (*states.get::<MaxStrDigits>(), *states.get::<Optimize>());
    Options { max_digits, future_annotations, optimize, ..Options::default() }
}

fn compiled(i: &mut dyn Interp, source: &str, file: &str, mode: Mode, options: Options) -> PyResult<Rc<CodeObject>> {
    let plain = options.optimize.0 == 0 && !options.top_level_await;
    let compiled = compiler::compile_with_warnings(source, file, mode, options);
    let (mut code, given) = compiled.map_err(|error| refuse(i, file, error))?;
    let warn = |_: &u16| warnings::warn(i, &types().deprecation_warning, warnings::INVERTED_BOOL, None).is_err();
    if (0..code.inverted_bools).filter(warn).count() > 0 {
        // Where warnings are errors they are left to the run.
        let kept = Options { keeps_inverted_bools: true, ..options };
        code = compiler::compile_with_warnings(source, file, mode, kept).map_err(|error| refuse(i, file, error))?.0;
    }
    for warning in given {
        super::report::syntax_warning(i, file, &warning).map_err(|exc| {
            // Where warnings are errors.
            if exc.is_a(&types().syntax_warning) { refuse(i, file, *warning.error.clone()) } else { exc }
        })?;
    }
    let code = CodeObject::new(Rc::new(code), &file.into());
    if plain && caller(vm_of(i)).is_some_and(|f| !f.code.filename.starts_with("<stdlib>")) {
        let all = i.imported("dis").is_some() || i.imported("marshal").is_some();
        i.states().get::<CompiledTexts>().keep(&code, source, mode, all);
    }
    Ok(code)
}

fn compile(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let parameters = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "*", "_feature_version"];
    let [source, mut file, mode, flags, apart, optimize, _] = args.bind_in_c::<7>("compile", &parameters, 3)?;
    /// `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`
    const TOP_LEVEL_AWAIT: i64 = 0x2000;
    const ANNOTATIONS: i64 = CodeFlags::FUTURE_ANNOTATIONS as i64;
    /// `codeop.PyCF_DONT_IMPLY_DEDENT`
    const DONT_IMPLY_DEDENT: i64 = 0x200;
    /// `ast.PyCF_ONLY_AST`
    const ONLY_AST: i64 = 0x400;
    /// Those of `__future__`, of `ast`, and what is obsolete.
    const KNOWN: i64 = 0x1fe_0000 | 0xfe10;
    if file.as_str().is_none() {
        let function = from_library(i, "os", "fsdecode")?;
        file = i.call(&function, Args::one(file))?;
    }
    if mode.as_str().is_none() {
        return Err(type_error(format!("compile() argument 'mode' must be str, not {}", argument_type(&mode))));
    }
    for number in [&flags, &optimize] {
        if !number.is_unset() {
            ops::c_int(i, number)?;
        }
    }
    let mut bits = flags.as_int().unwrap_or(0);
    if bits & !KNOWN != 0 {
        return Err(value_error("compile(): unrecognised flags"));
    }
    let inherits = apart.is_unset() || !ops::is_true(i, &apart)?;
    let mut options = compile_options(i, inherits);
    match optimize.as_int().unwrap_or(-1) {
        -1 => {}
        level @ 0..=2 => options.optimize = Optimize(level as u8),
        _ => return Err(value_error("compile(): invalid optimize value")),
    }
    options.top_level_await = bits & TOP_LEVEL_AWAIT != 0;
    options.typed = bits & DONT_IMPLY_DEDENT != 0;
    options.future_annotations |= bits & ANNOTATIONS != 0;
    let is_tree = matches!(source, Value::Object(_)) && i.imported("ast").is_some();
    if is_tree || bits & ONLY_AST != 0 {
        // A tree that is wanted, or one that is given: the module has its text.
        let function = from_library(i, "ast", "_compile")?;
        bits |= if options.future_annotations { ANNOTATIONS } else { 0 };
        return Ok(Flow::call(
            function,
            [source, file, mode, Value::Int(bits), Value::Int(options.optimize.0.into())].into(),
        ));
    }
    let file = file.text_or_empty();
    let text = source_text(i, &source, "compile", &file)?;
    let mode = mode_of(&mode)?;
    Ok(Flow::Done(Value::Code(compiled(i, &text, &file, mode, options)?)))
}

fn mode_of(mode: &Value) -> PyResult<Mode> {
    match mode.as_str().map(|s| s.text().into_owned()).as_deref() {
        Some("exec") => Ok(Mode::Exec),
        Some("eval") => Ok(Mode::Eval),
        Some("single") => Ok(Mode::Single),
        _ => Err(value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    }
}

/// `eval` and `exec`: in the given namespaces, or those of the caller.
fn run_source(i: &mut dyn Interp, args: Args, mode: Mode) -> PyResult<Flow> {
    let name = if mode == Mode::Eval { "eval" } else { "exec" };
    if args.positional_count() == 0 {
        return Err(type_error(format!("{name}() takes at least 1 positional argument (0 given)")));
    }
    let [source, globals, locals, closure] = if mode == Mode::Eval {
        let [source, globals, locals] = args.bind_in_c(name, &["source", "/", "globals", "locals"], 1)?;
        [source, globals, locals, Value::Unset]
    } else {
        args.bind_in_c(name, &["source", "/", "globals", "locals", "*", "closure"], 1)?
    };
    check_namespaces(mode, &globals, &locals)?;
    let code = match &source {
        Value::Code(code) => code.clone(),
        other => {
            let text = source_text(i, other, name, "<string>")?;
            let text = if mode == Mode::Eval { text.trim_start_matches([' ', '\t']).to_string() } else { text };
            let options = compile_options(i, true);
            let code = compiled(i, &text, "<string>", mode, options)?;
            i.states().get::<CompiledTexts>().hold(&code);
            code
        }
    };
    let closure = closure_of(name, &source, &code, closure)?;
    let vm = vm_of(i);
    let given_globals = !matches!(globals, Value::Unset | Value::None);
    let apart = match globals.plain() {
        Value::Dict(dict) if has_other_keys(dict) => Some(dict.clone()),
        _ => None,
    };
    let namespace = match &globals {
        Value::Unset | Value::None => match caller(vm) {
            Some(frame) => frame.globals.clone(),
            None => Rc::default(),
        },
        Value::Dict(dict) => namespace_of(vm, dict)?,
        other => match other.plain() {
            Value::Dict(dict) => namespace_of(vm, dict)?,
            _ => unreachable!("checked"),
        },
    };
    let locals = match locals {
        // A dict of another class is asked for names as it has it.
        Value::Unset | Value::None if matches!(globals, Value::Object(_)) && apart.is_none() => Some(globals),
        Value::Unset | Value::None if given_globals => None,
        Value::Unset | Value::None => {
            let at_module = caller(vm).is_none_or(|f| {
                let plain = f.namespace.is_none() && !f.code.has(CodeFlags::OPTIMIZED);
                plain && f.code.code.inlined.is_empty()
            });
            if at_module { None } else { Some(self::locals(vm)) }
        }
        mapping => Some(mapping),
    };
    let mut function = new_function(&code, &namespace);
    function.closure = closure;
    vm_of(i).body_namespace = locals;
    let run = Flow::call(Value::Function(Rc::new(function)), Args::none());
    if let Some(dict) = apart {
        let cx = i.cx();
        return Ok(Flow::frame(async move {
            let result = cx.finish(Ok(run)).await;
            cx.enter(|i| give_back(i, &dict, &namespace))?;
            result
        }));
    }
    if mode == Mode::Eval || !matches!(source, Value::Code(_)) {
        return Ok(run);
    }
    // The code may be a function's, which gives something.
    let cx = i.cx();
    Ok(Flow::frame(async move { cx.finish(Ok(run)).await.map(|_| Value::None) }))
}

/// The kinds that `globals` and `locals` may have.
fn check_namespaces(mode: Mode, globals: &Value, locals: &Value) -> PyResult<()> {
    let given = |v: &Value| !matches!(v, Value::Unset | Value::None);
    let is_mapping = |v: &Value| type_of(v).lookup(known::GETITEM).is_some();
    let message = if given(locals) && !is_mapping(locals) {
        match mode {
            Mode::Eval => "locals must be a mapping".to_string(),
            _ => format!("locals must be a mapping or None, not {}", type_name(locals)),
        }
    } else if given(globals) && !matches!(globals.plain(), Value::Dict(_)) {
        match mode {
            Mode::Eval if is_mapping(globals) => "globals must be a real dict; try eval(expr, {}, mapping)".to_string(),
            Mode::Eval => "globals must be a dict".to_string(),
            _ => format!("exec() globals must be a dict, not {}", type_name(globals)),
        }
    } else {
        return Ok(());
    };
    Err(type_error(message))
}

/// The cells that code with free variables is run with.
fn closure_of(name: &str, source: &Value, code: &CodeObject, closure: Value) -> PyResult<Option<Rc<Tuple>>> {
    let free = code.code.free.len();
    match closure {
        Value::Unset | Value::None if free == 0 => Ok(None),
        Value::Unset | Value::None if name == "eval" => {
            Err(type_error(format!("code object passed to {name}() may not contain free variables")))
        }
        _ if !matches!(source, Value::Code(_)) => {
            Err(type_error("closure can only be used when source is a code object"))
        }
        _ if free == 0 => Err(type_error("cannot use a closure with this code object")),
        Value::Tuple(cells) if cells.items.len() == free && cells.items.iter().all(|c| matches!(c, Value::Cell(_))) => {
            Ok(Some(cells))
        }
        _ => Err(type_error(format!("code object requires a closure of exactly length {free}"))),
    }
}

/// Whether a dict has keys that no namespace can have: it becomes no view of one.
fn has_other_keys(dict: &Dict) -> bool {
    dict.viewed().is_none() && dict.entries().iter().any(|(key, _)| key.as_str().is_none())
}

/// Code has run in names apart from the dict that was given: it gets what they have become.
fn give_back(i: &mut dyn Interp, dict: &Rc<Dict>, namespace: &Namespace) -> PyResult<()> {
    let names: Vec<(Symbol, Value)> = namespace.names.borrow().iter().map(|(n, v)| (n, v.clone())).collect();
    let gone = dict.entries().into_iter().filter_map(|(key, _)| key.as_str().and_then(Symbol::of));
    for name in gone.filter(|name| names.iter().all(|(kept, _)| kept != name)).collect::<Vec<_>>() {
        dict.remove_str(name);
    }
    for (name, value) in names {
        dict.set(i, name.value(), value)?;
    }
    Ok(())
}

/// The namespace behind a dict that is given as globals: a view's own, or a fresh one that the dict becomes a view of.
/// One with other keys stays apart.
pub(super) fn namespace_of(vm: &mut Vm, dict: &Rc<Dict>) -> PyResult<Rc<Namespace>> {
    if let DictData::View(owner) = &*dict.data.borrow()
        && let Some(namespace) = owner.clone().namespace()
    {
        with_builtins(vm, &namespace);
        return Ok(namespace);
    }
    let namespace: Rc<Namespace> = Rc::default();
    for (key, value) in dict.entries() {
        if let Some(name) = key.as_str().and_then(Symbol::of) {
            namespace.names.borrow_mut().set(name, value);
        }
    }
    with_builtins(vm, &namespace);
    gc::register(&namespace);
    if !has_other_keys(dict) {
        dict.data.replace(DictData::View(namespace.clone()));
    }
    Ok(namespace)
}

/// Globals that code is run in have the builtins, as the dict that they are: the module has the program's first file alone.
fn with_builtins(vm: &mut Vm, namespace: &Namespace) {
    if !namespace.names.borrow().contains(known::BUILTINS) {
        let builtins =
            vm.module(Symbol::new("builtins")).and_then(|builtins| dict_of(&builtins)).unwrap_or(Value::None);
        namespace.names.borrow_mut().set(known::BUILTINS, builtins);
    }
}

fn import(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let parameters = ["name", "globals", "locals", "fromlist", "level"];
    let [name, globals, _, fromlist, level] = args.bind_in_c::<5>("__import__", &parameters, 1)?;
    let level = if level.is_unset() { 0 } else { ops::c_int(i, &level)? };
    let Some(given) = name.as_str().map(|s| s.text().into_owned()) else {
        return Err(type_error("module name must be a string"));
    };
    let global = |name: &str| match &globals {
        Value::Dict(globals) => globals.get_str(Symbol::new(name)),
        _ => None,
    };
    let full = match level {
        level @ 1.. => absolute_name(&global, &given, level as usize)?,
        0 => given.clone(),
        _ => return Err(value_error("level must be >= 0")),
    };
    if full.is_empty() {
        return Err(value_error("Empty module name"));
    }
    let vm = vm_of(i);
    let wanted = fromlist.clone().some();
    if let Some(call) = by_program(vm, &full, &given, wanted.as_ref())? {
        return Ok(call);
    }
    warn_of(vm, &full)?;
    let module = import_module(vm, &full)?;
    let wants_leaf = matches!(&fromlist, Value::Tuple(t) if !t.items.is_empty())
        || matches!(&fromlist, Value::List(l) if !l.items.borrow().is_empty());
    Ok(Flow::Done(match given.split_once('.') {
        // The package in which the name as it was given begins.
        Some((_, below)) if !wants_leaf => import_module(vm, &full[..full.len() - below.len() - 1])?,
        _ => module,
    }))
}
