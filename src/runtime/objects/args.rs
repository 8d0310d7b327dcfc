//! Arguments of a call to native code, and their binding to parameters with CPython's error texts.

use std::rc::Rc;

use smallvec::SmallVec;

use super::exception::{Exc, PyResult, type_error};
use super::native_function::names_slot;
use super::symbol::Symbol;
use super::value::Value;

/// TypeError: `function`, whose name may have a class before it, was not given so many arguments.
#[cold]
#[inline(never)]
pub fn not_exactly(function: &str, wanted: usize, given: usize) -> Exc {
    if let Some(slot) = of_slot(function) {
        return not_operands(slot, wanted, given);
    }
    type_error(match wanted {
        0 => format!("{function}() takes no arguments ({given} given)"),
        1 => format!("{function}() takes exactly one argument ({given} given)"),
        _ => format!("{} expected {wanted} arguments, got {given}", bare(function)),
    })
}

/// TypeError: a slot's method was not given what it takes besides its receiver, which may be among those counted here.
fn not_operands(slot: &str, wanted: usize, given: usize) -> Exc {
    // Those that CPython unpacks without a name (`PyArg_UnpackTuple`).
    let unpacked = matches!(slot, "__setitem__" | "__setattr__" | "__set__");
    let receiver = wanted.saturating_sub(if unpacked { 2 } else { 1 }).min(given);
    let (wanted, given) = (wanted - receiver, given - receiver);
    let (space, plural) = (if unpacked { " " } else { "" }, if wanted == 1 { "" } else { "s" });
    type_error(format!("{space}expected {wanted} argument{plural}, got {given}"))
}

/// TypeError: `function` was not given between `min` and `max` arguments.
#[cold]
#[inline(never)]
pub fn not_between(function: &str, min: usize, max: usize, given: usize) -> Exc {
    let (bound, word) = if given < min { (min, "at least") } else { (max, "at most") };
    let word = if min == max { "" } else { word };
    let space = if word.is_empty() { "" } else { " " };
    let plural = if bound == 1 { "" } else { "s" };
    type_error(format!("{} expected {word}{space}{bound} argument{plural}, got {given}", bare(function)))
}

/// The name of a slot's method, of which CPython's messages do not say the class.
fn of_slot(function: &str) -> Option<&str> {
    let (owner, name) = function.rsplit_once('.')?;
    names_slot(owner, name).then_some(name)
}

/// A function's name without its module or class (`PyArg_CheckPositional` knows no other).
fn bare(function: &str) -> &str {
    function.rsplit('.').next().unwrap_or(function)
}

#[cold]
#[inline(never)]
fn not_parsed(function: &str, min: usize, max: usize, given: usize) -> Exc {
    let (bound, word) = if given < min { (min, "at least") } else { (max, "at most") };
    let word = if min == max { "exactly" } else { word };
    let plural = if bound == 1 { "" } else { "s" };
    type_error(format!("{function}() takes {word} {bound} argument{plural} ({given} given)"))
}

/// The arguments of a call: positional ones, then the keyword ones that `names` names, in order.
#[derive(Clone, Default)]
pub struct Args {
    pub values: SmallVec<[Value; 4]>,
    pub names: Option<Rc<[Symbol]>>,
}

impl Args {
    pub fn none() -> Args {
        Args::default()
    }

    pub fn one(value: Value) -> Args {
        Args { values: smallvec::smallvec![value], names: None }
    }

    pub fn positional(values: impl IntoIterator<Item = Value>) -> Args {
        Args { values: values.into_iter().collect(), names: None }
    }

    /// Positional arguments and keywords.
    pub fn with_keywords(
        positional: impl IntoIterator<Item = Value>,
        keywords: impl IntoIterator<Item = (Symbol, Value)>,
    ) -> Args {
        let mut values: SmallVec<[Value; 4]> = positional.into_iter().collect();
        let mut names = Vec::new();
        for (name, value) in keywords {
            names.push(name);
            values.push(value);
        }
        Args { values, names: (!names.is_empty()).then(|| names.into()) }
    }

    /// As [`Args::exactly`], of the method of an operator that a class has.
    pub fn operands<const N: usize>(self, class: &str, method: Symbol) -> PyResult<[Value; N]> {
        match self.names.is_none() && self.values.len() == N {
            true => self.exactly(class),
            false => self.exactly(&format!("{class}.{}", method.text())),
        }
    }

    pub fn keyword_count(&self) -> usize {
        self.names.as_ref().map_or(0, |n| n.len())
    }

    pub fn positional_count(&self) -> usize {
        self.values.len() - self.keyword_count()
    }

    pub fn positional_values(&self) -> &[Value] {
        &self.values[..self.positional_count()]
    }

    /// The keyword arguments in order.
    pub fn keywords(&self) -> impl Iterator<Item = (Symbol, &Value)> {
        let first = self.positional_count();
        self.names.iter().flat_map(|n| n.iter().copied()).zip(&self.values[first..])
    }

    pub fn keyword(&self, name: Symbol) -> Option<&Value> {
        self.keywords().find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// Puts a receiver in front.
    pub fn insert_first(&mut self, value: Value) {
        self.values.push(value);
        self.values.rotate_right(1);
    }

    /// Takes a method's receiver, without which no native method is called (`Builtin::invoke`).
    pub fn take_receiver(&mut self) -> Value {
        self.take_first().unwrap_or_default()
    }

    /// Takes the first positional argument.
    pub fn take_first(&mut self) -> Option<Value> {
        if self.positional_count() == 0 { None } else { Some(self.values.remove(0)) }
    }

    /// Without the arguments given by keyword.
    pub fn drop_keywords(&mut self) {
        if let Some(names) = self.names.take() {
            self.values.truncate(self.values.len() - names.len());
        }
    }

    /// Exactly `N` positional arguments and no keywords, for `function` (`len`, `list.append`), worded as CPython's
    /// argument clinic does. A method's receiver must have been taken.
    pub fn exactly<const N: usize>(self, function: &str) -> PyResult<[Value; N]> {
        self.no_keywords(function)?;
        if self.values.len() != N {
            return Err(not_exactly(function, N, self.values.len()));
        }
        Ok(self.taken())
    }

    /// Between `min` and `N` positional arguments, absent ones `Unset`, no keywords.
    pub fn between<const N: usize>(self, function: &str, min: usize) -> PyResult<[Value; N]> {
        self.no_keywords(function)?;
        let given = self.values.len();
        if given < min || given > N {
            return Err(not_between(function, min, N, given));
        }
        Ok(self.taken())
    }

    /// As [`Args::between`], in the words of `PyArg_ParseTuple`; `function` has no module in front.
    pub fn parsed<const N: usize>(self, function: &str, min: usize) -> PyResult<[Value; N]> {
        self.no_keywords(function)?;
        let given = self.values.len();
        if given < min || given > N {
            return Err(not_parsed(function, min, N, given));
        }
        Ok(self.taken())
    }

    /// The first `N` values, `Unset` where there are fewer.
    #[inline(always)]
    fn taken<const N: usize>(mut self) -> [Value; N] {
        // Taken where they stand: moving them all out takes longer.
        std::array::from_fn(|at| self.values.get_mut(at).map(Value::take).unwrap_or_default())
    }

    pub fn no_keywords(&self, function: &str) -> PyResult<()> {
        match self.names {
            Some(_) => Err(type_error(match of_slot(function) {
                Some(name) => format!("wrapper {name}() takes no keyword arguments"),
                None => format!("{function}() takes no keyword arguments"),
            })),
            None => Ok(()),
        }
    }

    /// Binds to named parameters as a Python function with this signature would. `parameters` are names in order, with
    /// the markers `"/"` (before it positional only) and `"*"` (after it keyword only); the first `required`
    /// positional ones must be given, a keyword-only one must be if its name ends in `!`. Absent ones are `Unset`.
    /// `function` is the name in error texts (`gather`, `Queue.__init__`).
    pub fn bind<const N: usize>(self, function: &str, parameters: &[&str], required: usize) -> PyResult<[Value; N]> {
        super::bind::bind(self, function, parameters, required)
    }

    /// As [`Args::bind`], for what is C in CPython: its errors are worded otherwise, and count no first parameter `self`.
    pub fn bind_in_c<const N: usize>(
        self,
        function: &str,
        parameters: &[&str],
        required: usize,
    ) -> PyResult<[Value; N]> {
        super::bind::bind_in_c(self, function, parameters, required)
    }
}

impl FromIterator<Value> for Args {
    fn from_iter<T: IntoIterator<Item = Value>>(values: T) -> Args {
        Args::positional(values)
    }
}

impl<const N: usize> From<[Value; N]> for Args {
    fn from(given: [Value; N]) -> Args {
        let mut values = SmallVec::with_capacity(N);
        for value in given {
            values.push(value);
        }
        Args { values, names: None }
    }
}
