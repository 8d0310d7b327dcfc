//! builtins and the standard library's bindings: one file a module, found through the registry in here.

pub mod builtins;
pub mod random_mt;

use std::rc::Rc;

use crate::objects::module::Module;
use crate::objects::{Interp, PyResult};
use crate::vm::Vm;

/// Makes a native module.
type Maker = fn(&mut dyn Interp) -> PyResult<Rc<Module>>;

/// The native modules by name.
const NATIVE: &[(&str, Maker)] = &[("builtins", builtins_module)];

fn builtins_module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("builtins");
    builtins::install(&module);
    Ok(module)
}

/// The module `name`; `None` if there is none.
pub fn find(vm: &mut Vm, name: &str) -> Option<PyResult<Rc<Module>>> {
    let (_, make) = NATIVE.iter().find(|(n, _)| *n == name)?;
    Some(make(vm))
}

/// What the library is told of the run.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// `sys.argv[1:]`.
    pub args: Vec<String>,
    /// Of `random`, as by `random.seed(seed)`.
    pub seed: u64,
    /// The lines that `input()` reads.
    pub stdin: Vec<String>,
}

/// Gives the modules what the run's options say, before anything runs.
pub fn configure(vm: &mut Vm, options: RunOptions) {
    vm.states().set(options);
}
