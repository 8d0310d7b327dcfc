//! `abc`: abstract base classes (Lib/_py_abc.py, Modules/_abc.c).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::objects::args::Args;
use crate::objects::attribute::{bind, get_attr_now, set_attr};
use crate::objects::class::{Class, class_flag};
use crate::objects::containers::Set;
use crate::objects::descriptor_types::is_abstract;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow};
use crate::objects::hasher::FastMap;
use crate::objects::instantiate::type_new;
use crate::objects::isinstance::issubclass;
use crate::objects::library_site::{Site, at};
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::{Native, Object};
use crate::objects::types::{type_of, types};
use crate::objects::{Exc, Interp, Symbol, Value, known, ops};
use crate::trace::sorted::sort_by_key;

const ABSTRACT_METHODS: &str = "__abstractmethods__";
const DATA: &str = "_abc_impl";

/// What an abstract base class knows besides its bases: the classes registered with it, and answers that it has given.
#[derive(Default)]
struct AbcData {
    registry: RefCell<Vec<Weak<Class>>>,
    yes: Answered,
    /// They hold while nothing is registered anywhere: up to so many registrations.
    no: Answered,
    no_until: Cell<i64>,
}

/// Classes by their place in memory, which is not another's as long as they are remembered here.
#[derive(Default)]
struct Answered(RefCell<FastMap<*const Class, Weak<Class>>>);

impl Answered {
    fn has(&self, class: &Rc<Class>) -> bool {
        self.0.borrow().contains_key(&Rc::as_ptr(class))
    }

    fn add(&self, class: &Rc<Class>) {
        self.0.borrow_mut().insert(Rc::as_ptr(class), Rc::downgrade(class));
    }

    fn list(&self) -> Value {
        // Their places in memory differ from run to run: they are put into an order.
        #[allow(clippy::disallowed_methods)]
        let mut known: Vec<Rc<Class>> = self.0.borrow().values().filter_map(Weak::upgrade).collect();
        sort_by_key(&mut known, |class| class.qualified_name());
        Value::list(known.into_iter().map(Value::Type).collect())
    }
}

fn list<'a>(classes: impl Iterator<Item = &'a Weak<Class>>) -> Value {
    Value::list(classes.filter_map(Weak::upgrade).map(Value::Type).collect())
}

impl Native for AbcData {
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let registered: Vec<Rc<Class>> = self.registry.borrow().iter().filter_map(Weak::upgrade).collect();
        let copies = registered.into_iter().filter_map(|class| match copy(&Value::Type(class)) {
            Value::Type(class) => Some(Rc::downgrade(&class)),
            _ => None,
        });
        Some(Box::new(AbcData { registry: RefCell::new(copies.collect()), ..AbcData::default() }))
    }
}

/// The classes registered with an abstract one.
pub fn registered(class: &Class) -> Vec<Rc<Class>> {
    with_data(class, |data| data.registry.borrow().iter().filter_map(Weak::upgrade).collect()).unwrap_or_default()
}

/// Registers what is registered with the same class of another process.
pub fn register_copy(class: &Class, copy: &Rc<Class>) {
    with_data(class, |data| data.registry.borrow_mut().push(Rc::downgrade(copy)));
}

/// The metaclass and the base class, one pair an interpreter.
#[derive(Clone)]
pub struct AbcClasses {
    pub meta: Rc<Class>,
    pub base: Rc<Class>,
}

/// `ABCMeta` and `ABC`.
pub fn classes(i: &mut dyn Interp) -> PyResult<AbcClasses> {
    if let Some(classes) = i.states().find::<AbcClasses>() {
        return Ok(classes.clone());
    }
    let meta = NativeClass::new("ABCMeta", "abc", &[&types().type_], types().type_.make.get())
        .static_method("__new__", new)
        .sync("register", register)
        .sync("_abc_registry_clear", reset_registry)
        .sync("_abc_caches_clear", reset_caches)
        .sync("_dump_registry", |i, args| {
            let text = i.import("_abstract_property")?;
            let dump = get_attr_now(i, &text, Symbol::new("dump_registry"))?;
            i.call(&dump, args)
        })
        .sync("__instancecheck__", |i, args| {
            let (class, value) = pair(args, "ABCMeta.__instancecheck__", "instance")?;
            let actual = Value::Type(type_of(&value));
            let own = match &value {
                Value::Object(_) => get_attr_now(i, &value, known::CLASS)?,
                _ => actual.clone(),
            };
            match answered(i, &class, &own) {
                Some(answer) if answer || actual.is(&own) => return Ok(Value::Bool(answer)),
                _ => {}
            }
            let first = asked(i, &class, &own)?;
            if actual.is(&own) || ops::is_true(i, &first)? { Ok(first) } else { asked(i, &class, &actual) }
        })
        .sync("__subclasscheck__", |i, args| {
            let (class, value) = pair(args, "ABCMeta.__subclasscheck__", "subclass")?;
            check_subclass(i, &class, &value).map(Value::Bool)
        })
        .finish();
    let object = types().object.clone();
    let flags = class_flag::HEAP | class_flag::NO_DICT;
    let base =
        Class::new("ABC", vec![object.clone()], vec![object.clone()], Some(meta.clone()), object.make.get(), flags);
    base.set(known::MODULE, "abc".into());
    base.set(known::DOC, Value::None);
    base.set(known::SLOTS, Value::tuple([]));
    set_up(i, &base)?;
    let classes = AbcClasses { meta, base };
    i.states().set(classes.clone());
    Ok(classes)
}

fn pair(args: Args, method: &str, second: &str) -> PyResult<(Rc<Class>, Value)> {
    let [this, value] = args.bind(method, &["cls", second], 2)?;
    match this {
        Value::Type(class) => Ok((class, value)),
        _ => Err(type_error(format!("{method}() needs a class"))),
    }
}

/// What is frozen has a line, and no text of it.
const fn frozen(function: &'static str, line: u32) -> Site {
    Site { file: "<frozen abc>", function, line, end_line: line, column: 0, end_column: 0, text: &[] }
}

/// `ABCMeta.__new__`
fn new(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    static NEW: Site = frozen("__new__", 106);
    let mut args = args;
    if let Some(Value::Dict(namespace)) = args.values.get(3)
        && namespace.get_str(known::MODULE).is_none()
    {
        // What `type.__new__` finds where `abc.py` calls it.
        let namespace = namespace.copy(i)?;
        namespace.set_str(known::MODULE, "abc".into());
        args.values[3] = Value::Dict(namespace);
    }
    let flow = type_new(i, args).map_err(at(&NEW))?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let made = cx.finish(Ok(flow)).await.map_err(at(&NEW))?;
        if let Value::Type(class) = &made {
            cx.enter(|i| set_up(i, class))?;
        }
        Ok(made)
    }))
}

/// Gives a new class its registry and its `__abstractmethods__`.
fn set_up(i: &mut dyn Interp, class: &Rc<Class>) -> PyResult<()> {
    set_abstract_methods(i, class)?;
    let data = Object::with_native(types().object.clone(), AbcData::default());
    class.set(Symbol::new(DATA), data);
    if let Some(Value::Int(bits)) = class.remove(Symbol::new("__abc_tpflags__")) {
        class.set_flag(if bits & 1 << 5 != 0 { class_flag::SEQUENCE } else { class_flag::MAPPING });
    }
    Ok(())
}

/// Finds out which methods are abstract still (`abc.update_abstractmethods`).
pub fn set_abstract_methods(i: &mut dyn Interp, class: &Rc<Class>) -> PyResult<()> {
    let own: Vec<(Symbol, Value)> = class.attrs.borrow().iter().map(|(n, v)| (n, v.clone())).collect();
    let mut names: Vec<Symbol> = Vec::new();
    for (name, value) in own {
        if is_abstract(i, &value)? {
            names.push(name);
        }
    }
    let bases = class.bases.borrow().clone();
    for base in bases {
        let inherited = base.attrs.borrow().get(Symbol::new(ABSTRACT_METHODS)).cloned();
        let Some(Value::Set(inherited)) = inherited else { continue };
        for name in inherited.items().iter().filter_map(|n| Symbol::of(n.as_str()?)) {
            let value = class.lookup(name).unwrap_or_default();
            if !names.contains(&name) && is_abstract(i, &value)? {
                names.push(name);
            }
        }
    }
    let set = Set::of(i, true, names.into_iter().map(Symbol::value))?;
    let class = Value::Type(class.clone());
    let flow = set_attr(i, &class, Symbol::new(ABSTRACT_METHODS), Value::Set(set))?;
    i.finish(flow).map(drop)
}

fn with_data<R>(class: &Class, f: impl FnOnce(&AbcData) -> R) -> Option<R> {
    let data = class.attrs.borrow().get(Symbol::new(DATA)).cloned()?;
    data.native::<AbcData>().map(f)
}

fn abstract_class(args: &Args) -> PyResult<Rc<Class>> {
    match args.values.first() {
        Some(Value::Type(class)) => Ok(class.clone()),
        _ => Err(type_error("an abstract base class is required")),
    }
}

/// Lists of what is registered with a class, of what it has answered, and since when "no" holds.
fn known_classes(_: &mut dyn Interp, args: Args) -> PyResult {
    let class = abstract_class(&args)?;
    let lists = with_data(&class, |data| {
        let registered = list(data.registry.borrow().iter());
        vec![registered, data.yes.list(), data.no.list(), Value::Int(data.no_until.get())]
    });
    Ok(Value::tuple(lists.unwrap_or_default()))
}

fn reset_registry(_: &mut dyn Interp, args: Args) -> PyResult {
    let class = abstract_class(&args)?;
    with_data(&class, |data| data.registry.borrow_mut().clear());
    Ok(Value::None)
}

fn reset_caches(_: &mut dyn Interp, args: Args) -> PyResult {
    let class = abstract_class(&args)?;
    with_data(&class, |data| {
        data.yes.0.borrow_mut().clear();
        data.no.0.borrow_mut().clear();
    });
    Ok(Value::None)
}

/// How often `register` has made something the subclass of something.
#[derive(Default)]
struct Registrations(i64);

/// `abc.get_cache_token()`
fn cache_token(i: &mut dyn Interp, args: Args) -> PyResult {
    args.exactly::<0>("get_cache_token")?;
    Ok(Value::Int(i.states().get::<Registrations>().0))
}

/// `ABC.register(subclass)`
fn register(i: &mut dyn Interp, args: Args) -> PyResult {
    let (class, subclass) = pair(args, "ABCMeta.register", "subclass")?;
    let Value::Type(sub) = &subclass else { return Err(type_error("Can only register classes")) };
    if check_subclass(i, &class, &subclass)? {
        return Ok(subclass);
    }
    let circular = issubclass(i, &Value::Type(class.clone()), &subclass)?;
    if matches!(i.finish(circular)?, Value::Bool(true)) {
        return Err(runtime_error("Refusing to create an inheritance cycle"));
    }
    with_data(&class, |data| data.registry.borrow_mut().push(Rc::downgrade(sub)));
    i.states().get::<Registrations>().0 += 1;
    for kind in [class_flag::SEQUENCE, class_flag::MAPPING] {
        if class.mro().iter().any(|c| c.flag(kind)) {
            sub.set_flag(kind);
        }
    }
    Ok(subclass)
}

/// `class.__subclasscheck__(subclass)`, which may be the program's.
fn asked(i: &mut dyn Interp, class: &Rc<Class>, subclass: &Value) -> PyResult {
    let asked = Value::Type(class.clone());
    match type_of(&asked).lookup(Symbol::fixed("__subclasscheck__")) {
        Some(own @ Value::Function(_)) => {
            i.states().get::<Asking>().0 += 1;
            let answer = i.call(&own, Args::from([asked, subclass.clone()]));
            i.states().get::<Asking>().0 -= 1;
            answer
        }
        _ => check_subclass(i, class, subclass).map(Value::Bool),
    }
}

/// What a class has answered before.
fn answered(i: &mut dyn Interp, class: &Rc<Class>, subclass: &Value) -> Option<bool> {
    let Value::Type(sub) = subclass else { return None };
    let now = i.states().get::<Registrations>().0;
    with_data(class, |data| {
        if data.yes.has(sub) {
            return Some(true);
        }
        if data.no_until.replace(now) < now {
            data.no.0.borrow_mut().clear();
        }
        data.no.has(sub).then_some(false)
    })?
}

/// `ABCMeta.__subclasscheck__`
fn check_subclass(i: &mut dyn Interp, class: &Rc<Class>, subclass: &Value) -> PyResult<bool> {
    static SUBCLASSCHECK: Site = frozen("__subclasscheck__", 123);
    let Value::Type(sub) = subclass else {
        return Err(at(&SUBCLASSCHECK)(type_error("issubclass() arg 1 must be a class")));
    };
    if let Some(answer) = answered(i, class, subclass) {
        return Ok(answer);
    }
    let answer = find_out(i, class, sub)?;
    with_data(class, |data| match answer {
        Found::Yes => data.yes.add(sub),
        Found::Registered => {}
        Found::No => data.no.add(sub),
    });
    Ok(answer != Found::No)
}

/// Whether a class counts as another one's subclass.
#[derive(PartialEq)]
enum Found {
    Yes,
    /// It is itself registered: that is not kept as an answer.
    Registered,
    No,
}

fn find_out(i: &mut dyn Interp, class: &Rc<Class>, sub: &Rc<Class>) -> PyResult<Found> {
    let subclass = &Value::Type(sub.clone());
    if let Some(hook) = class.lookup(Symbol::new("__subclasshook__"))
        && !matches!(&hook, Value::Builtin(b) if &*b.owner == "object")
    {
        let flow = bind(i, &hook, &Value::Unset, class)?;
        let bound = i.finish(flow)?;
        match i.call(&bound, Args::one(subclass.clone()))? {
            Value::NotImplemented => {}
            Value::Bool(answer) => return Ok(if answer { Found::Yes } else { Found::No }),
            _ => {
                let text = "__subclasshook__ must return either False, True, or NotImplemented";
                return Err(Exc::message(&types().assertion_error, text));
            }
        }
    }
    if sub.is_subclass_of(class) {
        return Ok(Found::Yes);
    }
    let registered = registered(class);
    if registered.iter().any(|other| Rc::ptr_eq(other, sub)) {
        return Ok(Found::Registered);
    }
    let derived = derived(i, class)?;
    for other in registered.into_iter().map(Value::Type).chain(derived) {
        i.states().get::<Asking>().0 += 1;
        let answer = issubclass(i, subclass, &other).and_then(|flow| i.finish(flow));
        i.states().get::<Asking>().0 -= 1;
        if matches!(answer?, Value::Bool(true)) {
            return Ok(Found::Yes);
        }
    }
    Ok(Found::No)
}

/// `class.__subclasses__()`, which may be the program's.
fn derived(i: &mut dyn Interp, class: &Rc<Class>) -> PyResult<Vec<Value>> {
    let name = Symbol::fixed("__subclasses__");
    let of_metaclass = type_of(&Value::Type(class.clone())).lookup(name);
    if class.lookup(name).is_none() && matches!(of_metaclass, Some(Value::Builtin(_))) {
        return Ok(class.subclasses_here().into_iter().map(Value::Type).collect());
    }
    let own = get_attr_now(i, &Value::Type(class.clone()), name)?;
    match i.call(&own, Args::none())?.plain() {
        Value::List(found) => Ok(found.items.borrow().clone()),
        _ => Err(type_error("__subclasses__() must return a list")),
    }
}

/// In how many checks a class asks what was registered with it and its subclasses.
#[derive(Default)]
struct Asking(usize);

/// `abc._asks_subclasses()`: whether a check comes from another class's; protocols then answer where they would refuse.
fn asks_subclasses(i: &mut dyn Interp, args: Args) -> PyResult {
    args.exactly::<0>("_asks_subclasses")?;
    Ok(Value::Bool(i.states().get::<Asking>().0 > 0))
}

fn abstract_method(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [function] = args.bind("abstractmethod", &["funcobj"], 1)?;
    let flow = set_attr(i, &function, known::ABSTRACT, Value::Bool(true))?;
    match flow {
        Flow::Done(_) => Ok(Flow::Done(function)),
        flow => {
            let cx = i.cx();
            Ok(Flow::frame(async move { cx.finish(Ok(flow)).await.map(|_| function) }))
        }
    }
}

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("abc");
    module.set_hook(known::GETATTR, super::more("abc", "_abstract_property"));
    let AbcClasses { meta, base } = classes(i)?;
    module.set(Symbol::new("ABCMeta"), Value::Type(meta));
    module.set(Symbol::new("ABC"), Value::Type(base));
    // They are Python in CPython.
    let own = |name: &str, code: BuiltinCode| {
        let home = Symbol::new("abc");
        let function = Builtin::of(name.into(), home.text(), Binding::Function, Some(home), code);
        module.set(Symbol::new(name), function);
    };
    own("abstractmethod", BuiltinCode::Flow(abstract_method));
    let update = |i: &mut dyn Interp, args: Args| {
        let [class] = args.bind("update_abstractmethods", &["cls"], 1)?;
        if let Value::Type(c) = &class
            && c.attrs.borrow().contains(Symbol::new(ABSTRACT_METHODS))
        {
            set_abstract_methods(i, c)?;
        }
        Ok(class)
    };
    own("update_abstractmethods", BuiltinCode::Sync(update));
    module.set(Symbol::new("get_cache_token"), Builtin::sync("get_cache_token", "_abc", cache_token));
    let looked_into = |name: &str, function| module.set(Symbol::new(name), Builtin::sync(name, "_abc", function));
    looked_into("_known", known_classes);
    looked_into("_reset_registry", reset_registry);
    looked_into("_reset_caches", reset_caches);
    module.set(Symbol::new("_asks_subclasses"), Builtin::sync("_asks_subclasses", "abc", asks_subclasses));
    Ok(module)
}
