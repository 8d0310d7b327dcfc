//! `_functools`: what of functools is called in hot places: `partial`, the cache of `lru_cache`, `reduce`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute::get_attr;
use crate::objects::builtin_types::repr::guarded;
use crate::objects::class::{Class, class_flag};
use crate::objects::containers::{Dict, Tuple};
use crate::objects::descriptor::dict_of;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{Builtin, Flow, Method, is_callable};
use crate::objects::gc_graph::{Edge, Visit};
use crate::objects::instance_dict::set_dict;
use crate::objects::module::Module;
use crate::objects::native_class::{self, NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::object_methods::full_name;
use crate::objects::ops::Next;
use crate::objects::str::PyStr;
use crate::objects::then::Then;
use crate::objects::{Cx, Interp, Symbol, Value, finalizer, gc, known, ops, type_of, types};

/// A callable with some of its arguments.
#[derive(Clone)]
struct Called {
    function: Value,
    args: Rc<Tuple>,
    keywords: Rc<Dict>,
}

struct Partial(RefCell<Called>);

impl Partial {
    fn get(&self) -> Called {
        self.0.borrow().clone()
    }
}

impl Native for Partial {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        let own = self.0.borrow();
        visit(&own.function);
        own.args.items.iter().for_each(&mut *visit);
        visit(&Value::Dict(own.keywords.clone()));
    }

    fn wrapped(&self) -> Option<Value> {
        Some(self.0.borrow().function.clone())
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let own = self.get();
        let (Value::Tuple(args), Value::Dict(keywords)) =
            (copy(&Value::Tuple(own.args.clone())), copy(&Value::Dict(own.keywords.clone())))
        else {
            return None;
        };
        Some(Box::new(Partial(RefCell::new(Called { function: copy(&own.function), args, keywords }))))
    }
}

fn partial_new(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let mut args = args.clone();
    let Some(mut function) = args.take_first() else {
        return Err(type_error("type 'partial' takes at least one argument"));
    };
    if !is_callable(&function) {
        return Err(type_error("the first argument must be callable"));
    }
    let keywords = Dict::new();
    let mut first: Vec<Value> = Vec::new();
    // A partial of a plain partial is one partial.
    let inner = match &function {
        Value::Object(o) if o.attrs.borrow().is_empty() => function.native::<Partial>().map(Partial::get),
        _ => None,
    };
    if let Some(inner) = inner {
        first.extend(inner.args.items.iter().cloned());
        keywords.update(i, &inner.keywords)?;
        function = inner.function;
    }
    first.extend(args.positional_values().iter().cloned());
    for (name, value) in args.keywords() {
        keywords.set_str(name, value.clone());
    }
    let partial = Partial(RefCell::new(Called { function, args: Tuple::new(first), keywords }));
    Ok(Object::with_native(class.clone(), partial))
}

fn partial_call(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let partial = receiver::<Partial>(&this, "functools.partial", "__call__")?.0.borrow();
    if partial.keywords.is_empty() {
        args.values.insert_many(0, partial.args.items.iter().cloned());
        let function = partial.function.clone();
        drop(partial);
        return match function {
            Value::Function(_) | Value::Builtin(_) => ops::call_now(i, &function, args),
            function => Ok(Flow::call(function, args)),
        };
    }
    let positional = partial.args.items.iter().chain(args.positional_values()).cloned();
    let mut keywords: Vec<(Symbol, Value)> = Vec::new();
    for (name, value) in partial.keywords.entries() {
        let name = name.as_str().and_then(Symbol::of).ok_or_else(|| type_error("keywords must be strings"))?;
        keywords.push((name, value));
    }
    for (name, value) in args.keywords() {
        match keywords.iter_mut().find(|(n, _)| *n == name) {
            Some(place) => place.1 = value.clone(),
            None => keywords.push((name, value.clone())),
        }
    }
    Ok(Flow::call(partial.function.clone(), Args::with_keywords(positional, keywords)))
}

/// Of an instance's class: not bound to it, for now.
#[cold]
#[inline(never)]
fn partial_get(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, instance, _] = args.between("__get__", 2)?;
    if instance.is_none() {
        return Ok(Flow::Done(this));
    }
    // In a frame: the warning says where it was called.
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let text = "functools.partial will be a method descriptor in future Python versions; \
                    wrap it in staticmethod() if you want to preserve the old behavior";
        cx.enter(|i| crate::objects::warnings::warn(i, &types().future_warning, text, None))?;
        Ok(this)
    }))
}

fn partial_repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let partial = receiver::<Partial>(this, "functools.partial", "__repr__")?.get();
    let name = full_name(&type_of(this));
    let mut out = PyStr::new();
    guarded(i, crate::objects::identity::id(this) as usize, "...", &mut out, &mut |i, out| {
        out.push_str(&format!("{name}("));
        out.push_py(&ops::repr_text(i, &partial.function)?.data);
        for value in &partial.args.items {
            out.push_str(", ");
            out.push_py(&ops::repr_text(i, value)?.data);
        }
        for (name, value) in partial.keywords.entries() {
            out.push_str(", ");
            out.push_py(&ops::str_text(i, &name)?.data);
            out.push_str("=");
            out.push_py(&ops::repr_text(i, &value)?.data);
        }
        out.push_str(")");
        Ok(())
    })?;
    Ok(out.into())
}

/// The class, the function, and what `__setstate__` takes.
fn partial_reduce(_: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let own = receiver::<Partial>(this, "functools.partial", "__reduce__")?.get();
    let attributes = matches!(this, Value::Object(o) if !o.attrs.borrow().is_empty()).then(|| dict_of(this)).flatten();
    let state = [own.function.clone(), Value::Tuple(own.args), Value::Dict(own.keywords), attributes.into()];
    let class = Value::Type(type_of(this));
    Ok(Value::tuple([class, Value::tuple([own.function]), Value::tuple(state)]))
}

/// `__setstate__((function, args, keywords, attributes))`
#[cold]
#[inline(never)]
fn partial_set_state(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, state] = args.exactly("functools.partial.__setstate__")?;
    let own = receiver::<Partial>(&this, "functools.partial", "__setstate__")?;
    let invalid = || type_error("invalid partial state");
    let Value::Tuple(state) = state.plain() else { return Err(invalid()) };
    let [function, args, keywords, attributes] = &state.items[..] else { return Err(invalid()) };
    let keywords = match keywords.plain() {
        Value::None => Dict::new(),
        Value::Dict(given) => match keywords {
            Value::Dict(_) => given.clone(),
            _ => given.copy(i)?,
        },
        _ => return Err(invalid()),
    };
    let Value::Tuple(args) = args.plain() else { return Err(invalid()) };
    if !is_callable(function) {
        return Err(invalid());
    }
    let called = Called { function: function.clone(), args: args.clone(), keywords };
    let before = own.0.replace(called);
    drop(before);
    let attributes = if attributes.is_none() { Value::Dict(Dict::new()) } else { attributes.clone() };
    set_dict(i, &this, attributes)?;
    Ok(Value::None)
}

fn partial_class() -> Rc<Class> {
    fn part(value: &Value, name: &str) -> PyResult<Called> {
        Ok(receiver::<Partial>(value, "functools.partial", name)?.get())
    }
    NativeClass::new("partial", "functools", &[], partial_new)
        .sync("__init__", |_, _| Ok(Value::None))
        .method("__call__", partial_call)
        .sync("__repr__", partial_repr)
        .method("__get__", partial_get)
        .sync("__reduce__", partial_reduce)
        .sync("__setstate__", partial_set_state)
        .member("func", |_, v| Ok(part(v, "func")?.function))
        .member("args", |_, v| Ok(Value::Tuple(part(v, "args")?.args)))
        .member("keywords", |_, v| Ok(Value::Dict(part(v, "keywords")?.keywords)))
        .class_method("__class_getitem__", crate::objects::builtin_types::generic_alias::class_getitem)
        .constant("__doc__", "Create a new function with partial application of the given arguments\nand keywords.")
        .finish()
}

/// A function whose results are remembered. The cache's order is that of the last uses.
struct LruCache {
    function: Value,
    /// None: without bound.
    bound: Option<usize>,
    typed: bool,
    /// The class of what `cache_info` gives.
    info: Value,
    cache: Rc<Dict>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl Native for LruCache {
    fn edges(&self, visit: &mut Visit) {
        visit(Edge::Value(&self.function));
        visit(Edge::Dict(&self.cache));
    }

    fn clear(&self) {
        self.cache.clear();
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let Value::Dict(cache) = copy(&Value::Dict(self.cache.clone())) else { return None };
        Some(Box::new(LruCache {
            function: copy(&self.function),
            bound: self.bound,
            typed: self.typed,
            info: copy(&self.info),
            cache,
            hits: self.hits.clone(),
            misses: self.misses.clone(),
        }))
    }
}

fn cache_new(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let [function, bound, typed, info] = args.clone().exactly("_lru_cache_wrapper")?;
    if !is_callable(&function) {
        return Err(type_error("the first argument must be callable"));
    }
    let bound = if bound.is_none() { None } else { Some(ops::size(ops::index(i, &bound)?)) };
    let typed = ops::is_true(i, &typed)?;
    let state = LruCache { function, bound, typed, info, cache: Dict::new(), hits: Cell::new(0), misses: Cell::new(0) };
    Ok(Object::with_native(class.clone(), state))
}

/// The arguments as a key. Positional ones, a mark, names and values; a lone int or str stands for itself.
fn cache_key(args: &Args, typed: bool) -> Value {
    if let ([value @ (Value::Int(_) | Value::Str(_))], None, false) = (&args.values[..], &args.names, typed) {
        return value.clone();
    }
    let mut parts: Vec<Value> = args.positional_values().to_vec();
    if args.names.is_some() {
        parts.push(Value::Type(types().dict.clone()));
        for (name, value) in args.keywords() {
            parts.push(name.value());
            parts.push(value.clone());
        }
    }
    if typed {
        parts.extend(args.values.iter().map(|v| Value::Type(type_of(v))));
    }
    // A tuple in a list's place: no key of one tuple argument looks like it.
    Value::tuple([Value::Ellipsis, Value::tuple(parts)])
}

fn cache_call(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let state = receiver::<LruCache>(&this, "functools._lru_cache_wrapper", "__call__")?;
    let count = |cell: &Cell<i64>| cell.set(cell.get() + 1);
    let key = cache_key(&args, state.typed);
    if state.bound == Some(0) {
        count(&state.misses);
        return Ok(Flow::call(state.function.clone(), args));
    }
    let hash = ops::hash(i, &key)?;
    let found = match state.bound {
        Some(_) => state.cache.get_and_renew(i, &key, hash)?,
        None => state.cache.get_hashed(i, &key, hash)?,
    };
    if let Some(found) = found {
        count(&state.hits);
        return Ok(Flow::Done(found));
    }
    count(&state.misses);
    let (cx, function) = (i.cx(), state.function.clone());
    Ok(Flow::frame(async move {
        let result = cx.call(&function, args).await?;
        cx.enter(|i| {
            let state = receiver::<LruCache>(&this, "functools._lru_cache_wrapper", "__call__")?;
            if state.cache.get_hashed(i, &key, hash)?.is_none() {
                if let Some(bound) = state.bound
                    && state.cache.len() >= bound
                    && let Some((oldest, value)) = state.cache.remove_first()
                {
                    finalizer::release(value);
                    finalizer::release(oldest);
                }
                i.reserve(64)?;
                gc::link(&state.cache, &result);
                state.cache.set_hashed(i, key, hash, result.clone())?;
            }
            Ok(result)
        })
    }))
}

fn cache_class() -> Rc<Class> {
    const NAME: &str = "functools._lru_cache_wrapper";
    let class = NativeClass::new("_lru_cache_wrapper", "functools", &[], cache_new)
        .sync("__init__", |_, _| Ok(Value::None))
        .method("__call__", cache_call)
        .sync("__get__", |_, mut args| {
            let this = args.take_receiver();
            let [instance, _] = args.between("__get__", 1)?;
            Ok(if instance.is_none() { this } else { Method::new(this, instance) })
        })
        .method("__reduce__", |i, args| get_attr(i, &args.values[0], Symbol::new("__qualname__")))
        .method("cache_info", |_, args| {
            native_class::alone(&args, "_lru_cache_wrapper.cache_info")?;
            let state = receiver::<LruCache>(&args.values[0], NAME, "cache_info")?;
            let bound = state.bound.map(|n| Value::Int(n as i64));
            let parts = [state.hits.get().into(), state.misses.get().into(), bound.into(), state.cache.len().into()];
            Ok(Flow::call(state.info.clone(), Args::positional(parts)))
        })
        .sync("cache_clear", |_, args| {
            native_class::alone(&args, "_lru_cache_wrapper.cache_clear")?;
            let state = receiver::<LruCache>(&args.values[0], NAME, "cache_clear")?;
            state.hits.set(0);
            state.misses.set(0);
            state.cache.clear();
            Ok(Value::None)
        })
        .sync("__copy__", |_, args| Ok(args.values[0].clone()))
        .sync("__deepcopy__", |_, args| Ok(args.values[0].clone()))
        .finish();
    class.set_flag(class_flag::FINAL);
    class
}

fn reduce(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [function, iterable, initial] = args.between("reduce", 2)?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let iterator = match cx.run(|i| ops::iter(i, &iterable)).await {
            Err(e) if e.is_a(&types().type_error) => {
                return Err(type_error("reduce() arg 2 must support iteration"));
            }
            result => result?,
        };
        let result = match initial.some() {
            Some(initial) => initial,
            None => match ops::next_item(&cx, &iterator).await? {
                Some(first) => first,
                None => return Err(type_error("reduce() of empty iterable with no initial value")),
            },
        };
        let reducing = Box::new(Reducing { function, iterator, waiting: None });
        cx.run(|i| reducing.go_on(i, result)).await
    }))
}

/// What `reduce` calls, and what it takes.
struct Reducing {
    function: Value,
    iterator: Value,
    /// What the items have come to, while the next one is waited for.
    waiting: Option<Value>,
}

impl Reducing {
    /// Calls until Python runs.
    fn go_on(mut self: Box<Reducing>, i: &mut dyn Interp, mut result: Value) -> PyResult<Flow> {
        for _ in 0..1000 {
            let item = match ops::next(i, &self.iterator)? {
                Next::Item(item) => item,
                Next::End => return Ok(result.into()),
                Next::Flow(flow) => {
                    self.waiting = Some(result);
                    return flow.and_then(i, self);
                }
            };
            match ops::call_now(i, &self.function, Args::positional([result, item]))? {
                Flow::Done(value) => result = value,
                flow => return flow.and_then(i, self),
            }
        }
        Ok(Flow::frame(self.rest(i.cx(), result)))
    }

    async fn rest(self: Box<Reducing>, cx: Cx, mut result: Value) -> PyResult {
        while let Some(item) = ops::next_item(&cx, &self.iterator).await? {
            result = cx.call(&self.function, Args::positional([result, item])).await?;
        }
        Ok(result)
    }
}

impl Then for Reducing {
    fn value(mut self: Box<Reducing>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        match self.waiting.take() {
            Some(result) => match ops::call_now(i, &self.function, Args::positional([result, value]))? {
                Flow::Done(result) => self.go_on(i, result),
                flow => flow.and_then(i, self),
            },
            None => self.go_on(i, value),
        }
    }

    fn failed(self: Box<Reducing>, _: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        match self.waiting {
            Some(result) if exc.is_a(&types().stop_iteration) => Ok(result.into()),
            _ => Err(exc),
        }
    }

    fn later(mut self: Box<Reducing>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        let (cx, waiting) = (i.cx(), self.waiting.take());
        Ok(Flow::frame(async move {
            let value = cx.finish(Ok(flow)).await;
            let result = match waiting {
                Some(result) => match ops::ended(value)? {
                    Some(item) => cx.call(&self.function, Args::positional([result, item])).await?,
                    None => return Ok(result),
                },
                None => value?,
            };
            self.rest(cx, result).await
        }))
    }
}

/// The classes, of one interpreter.
struct Classes(Rc<Class>, Rc<Class>);

/// Module `_functools`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_functools");
    let classes = i.states().get_or(|| Classes(partial_class(), cache_class()));
    let (partial, cache) = (classes.0.clone(), classes.1.clone());
    module.set(Symbol::new("partial"), Value::Type(partial));
    module.set(Symbol::new("_lru_cache_wrapper"), Value::Type(cache));
    module.set(Symbol::new("reduce"), Builtin::function("reduce", "_functools", reduce));
    module.set(known::DOC, "Tools that operate on functions.".into());
    Ok(module)
}
