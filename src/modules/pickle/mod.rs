//! `_pickling`: pickles written and read instruction by instruction (Modules/_pickle.c). `pickle` itself is own Python
//! text: it finds classes, and knows how rarer objects are taken to pieces.

mod codes;
mod read;
mod write;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::hasher::FastMap;
use crate::objects::module::Module;
use crate::objects::native_class::{self, NativeClass};
use crate::objects::object::{Native, Object};
use crate::objects::{Exc, Interp, Symbol, Value, finalizer, identity, ops};

/// So many objects are written or read before others have their turn.
const AT_ONCE: usize = 4000;

/// What a pickler has written, or an unpickler has read, by its number.
#[derive(Default)]
struct Memo {
    numbers: RefCell<FastMap<i64, usize>>,
    /// Unset: nothing has that number.
    items: RefCell<Vec<Value>>,
    /// How many there are.
    count: Cell<usize>,
}

impl Native for Memo {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        self.empty();
    }

    fn changes(&self) -> bool {
        true
    }
}

impl Memo {
    fn empty(&self) {
        self.numbers.borrow_mut().clear();
        self.count.set(0);
        finalizer::release_all(self.items.take());
    }

    fn number(&self, value: &Value) -> Option<usize> {
        self.numbers.borrow().get(&identity::id(value)).copied()
    }

    fn put(&self, number: usize, value: Value) {
        let mut items = self.items.borrow_mut();
        if items.len() <= number {
            items.resize_with(number + 1, Value::default);
        }
        self.count.set(self.count.get() + usize::from(items[number].is_unset()));
        items[number] = value;
    }

    fn add(&self, value: &Value) -> usize {
        let number = self.count.get();
        self.numbers.borrow_mut().insert(identity::id(value), number);
        self.put(number, value.clone());
        number
    }
}

fn memo<'a>(value: &'a Value, method: &str) -> PyResult<&'a Memo> {
    native_class::receiver(value, "Memo", method)
}

fn make(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), Memo::default()))
}

/// `clear()`
fn clear(_: &mut dyn Interp, mut args: Args) -> PyResult {
    memo(&args.take_receiver(), "clear")?.empty();
    Ok(Value::None)
}

/// `items()`: numbers and objects.
fn items(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let items = memo(&this, "items")?.items.borrow();
    let there = items.iter().enumerate().filter(|(_, item)| !item.is_unset());
    Ok(Value::list(there.map(|(number, item)| Value::pair(number.into(), item.clone())).collect()))
}

/// `put(number, object)`
fn put(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [number, object] = args.exactly("put")?;
    let number = ops::size(ops::index(i, &number)?);
    let memo = memo(&this, "put")?;
    memo.numbers.borrow_mut().insert(identity::id(&object), number);
    memo.put(number, object);
    Ok(Value::None)
}

/// An exception of one of the text's classes.
fn error(i: &mut dyn Interp, class: &str, text: impl Into<Value>) -> Exc {
    let found = i.import("pickle").map(|module| match module {
        Value::Module(module) => module.get(Symbol::new(class)),
        _ => None,
    });
    match found {
        Ok(Some(Value::Type(class))) => Exc::message(&class, text),
        Ok(_) => crate::objects::exception::system_error(class.to_string()),
        Err(exc) => exc,
    }
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_pickling");
    let class =
        NativeClass::new("Memo", "_pickle", &[], make).sync("clear", clear).sync("items", items).sync("put", put);
    module.set(Symbol::new("Memo"), Value::Type(class.finish()));
    module.set(Symbol::new("write"), Builtin::function("write", "_pickling", write::write));
    module.set(Symbol::new("read"), Builtin::function("read", "_pickling", read::read));
    Ok(module)
}
