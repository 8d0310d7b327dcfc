//! The symbol table: which scopes a source has and which names each of them binds and uses.
//!
//! Built by symtable.rs in one walk over the tree, completed by resolve.rs, which finds out which names are cells.
//! List, set and dict comprehensions are scopes of their own for names, but have no frame of their own: they run in
//! the frame of the block around them (PEP 709). The nearest scope with a frame is a scope's *host*.

use crate::objects::hasher::FastMap;
use crate::trace::sorted::SortedSet;
use std::rc::Rc;

use ruff_text_size::TextRange;

pub(super) type Name = Rc<str>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression: a function that takes its first iterator.
    Generator,
    /// A list, set or dict comprehension, which runs in its host's frame.
    Comprehension,
    /// Holds the type parameters of a generic function, class or alias (PEP 695).
    TypeParams,
    /// Computes a type variable's bound.
    TypeVariable,
    /// Computes a type alias's value.
    TypeAlias,
}

/// What a scope does with a name: bits of [`Symbol::flags`].
pub(super) mod symbol {
    pub const BOUND: u16 = 1;
    pub const PARAMETER: u16 = 2;
    pub const GLOBAL: u16 = 4;
    pub const NONLOCAL: u16 = 8;
    pub const USED: u16 = 16;
    pub const ANNOTATED: u16 = 32;
    /// Bound by `import`: calls of its attributes are not method calls.
    pub const IMPORTED: u16 = 64;
    pub const TYPE_PARAMETER: u16 = 128;
    /// A comprehension's iteration variable.
    pub const ITERATION: u16 = 256;
    /// Bound by an assignment expression: may change in the middle of an expression.
    pub const WALRUS: u16 = 512;
    /// Bound by anything but `import`, as CPython counts it (`DEF_LOCAL`): no `global` may follow.
    pub const ASSIGNED: u16 = 1024;
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// 0: it is the name of a comprehension within alone, which runs in this scope's frame.
    pub flags: u16,
    /// Where the name was declared `global` or `nonlocal`, else where it came first.
    pub range: TextRange,
}

impl Symbol {
    pub fn has(&self, bit: u16) -> bool {
        self.flags & bit != 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ScopeId(pub u32);

#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    pub name: Name,
    pub symbols: FastMap<Name, Symbol>,
    /// The names in the order in which the source mentions them first.
    pub order: Vec<Name>,
    /// Those of `except` clauses, while the `else` clause is read that comes before them in the code.
    pub behind: Vec<Vec<Name>>,
    /// The class whose `__private` names are mangled here.
    pub private: Option<Name>,
    /// Only these are: in the scope of a generic class's parameters these themselves.
    pub private_only: Option<Rc<[Name]>>,
    /// `yield` stands in this scope's own code.
    pub is_generator: bool,
    /// `async def`, or a generator expression that awaits.
    pub is_coroutine: bool,
    /// A scope of type parameters or values directly in a class body: it sees the class's names.
    pub sees_class: bool,
    /// Names bound here that a nested frame uses.
    pub cells: SortedSet<Name>,
    /// Names of enclosing functions that this frame, or one nested in it, uses.
    pub free: SortedSet<Name>,
}

impl Scope {
    /// Bound here, and neither declared `global` nor `nonlocal`.
    pub fn binds(&self, name: &str) -> bool {
        self.symbols.get(name).is_some_and(|s| s.has(symbol::BOUND) && !s.has(symbol::GLOBAL | symbol::NONLOCAL))
    }

    /// `__name` in class `C` is `_C__name`.
    pub fn mangled(&self, name: &str) -> Name {
        let among = self.private_only.as_ref().is_none_or(|only| only.iter().any(|own| &**own == name));
        mangle(self.private.as_deref().filter(|_| among), name)
    }

    pub fn has(&self, name: &str, bit: u16) -> bool {
        self.symbols.get(name).is_some_and(|s| s.has(bit))
    }

    /// Names live in slots of a frame.
    pub fn is_function_like(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }
}

/// Where a name of a scope lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A slot of the host's frame; the scope that binds it.
    Local(ScopeId),
    /// A cell made by the host's frame; the scope that binds it.
    Cell(ScopeId),
    /// A cell of the closure.
    Free,
    /// A cell of the closure, unless the class namespace has the name: a free variable in a class body.
    ClassFree,
    /// A global, or a built-in.
    Global,
    /// The frame's namespace, then globals, then built-ins.
    Name,
}

/// The table. Nodes are found by their address, which is stable while the tree is borrowed.
#[derive(Default)]
pub(super) struct Scopes {
    pub all: Vec<Scope>,
    pub by_node: FastMap<(usize, ScopeKind), ScopeId>,
    /// Names that a `global` statement anywhere declares.
    pub declared_global: FastMap<Name, ()>,
}

impl Scopes {
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.all[id.0 as usize]
    }

    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.all[id.0 as usize]
    }

    /// The names that imports bind in the module.
    pub fn imported(&self) -> Vec<Name> {
        let module = &self.all[0];
        module.order.iter().filter(|name| module.has(name, symbol::IMPORTED)).cloned().collect()
    }

    /// Those that they have bound in the rest of the module.
    pub fn note_imported(&mut self, names: &[Name]) {
        for name in names {
            let unknown = Symbol { flags: 0, range: TextRange::default() };
            self.all[0].symbols.entry(name.clone()).or_insert(unknown).flags |= symbol::IMPORTED;
        }
    }

    /// The scope that a node opens.
    pub fn of<T>(&self, node: &T, kind: ScopeKind) -> ScopeId {
        self.find(node, kind).expect("the node opens one")
    }

    /// That, if it opens one: a function whose body is to come does not.
    pub fn find<T>(&self, node: &T, kind: ScopeKind) -> Option<ScopeId> {
        self.by_node.get(&(address(node), kind)).copied()
    }

    /// The scope whose frame runs this scope's code.
    pub fn host(&self, mut id: ScopeId) -> ScopeId {
        while self.get(id).kind == ScopeKind::Comprehension {
            id = self.get(id).parent.expect("a comprehension has a parent");
        }
        id
    }
}

pub(super) fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

/// Names that end in `__`, and dotted ones, stay as they are.
fn mangle(private: Option<&str>, name: &str) -> Name {
    let Some(class) = private else { return name.into() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.into();
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() { name.into() } else { format!("_{class}{name}").into() }
}
