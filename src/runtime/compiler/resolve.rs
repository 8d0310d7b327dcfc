//! Second pass of the symbol table: where each name lives. Finds the cells, and what each frame takes from its closure.

use super::errors::Result;
use super::scope::{Name, Place, Scope, ScopeId, ScopeKind, Scopes, symbol};
use super::source::Source;

/// The cell of a class body with its namespace, for what a generic method or an alias in it takes from there.
pub(super) const CLASS_DICT: &str = "__classdict__";

/// Marks cells and free variables for all names, and checks the `nonlocal` declarations.
#[inline(never)]
pub(super) fn resolve(scopes: &mut Scopes, source: &Source) -> Result<()> {
    for index in 0..scopes.all.len() {
        let id = ScopeId(index as u32);
        for name in scopes.get(id).order.clone() {
            let scope = scopes.get(id);
            let entry = scope.symbols[&name];
            if entry.flags == 0 {
                continue;
            }
            if entry.has(symbol::NONLOCAL) {
                // What a function declares global is so in the module's table, too.
                let global = scope.kind == ScopeKind::Module && scopes.declared_global.contains_key(&name);
                let both = global || entry.has(symbol::GLOBAL);
                let both = both.then(|| format!("name '{name}' is nonlocal and global"));
                let of_module = || "nonlocal declaration not allowed at module level".to_string();
                if let Some(message) = both.or_else(|| (scope.kind == ScopeKind::Module).then(of_module)) {
                    return Err(source.error_of_symbols(message, entry.range));
                }
                let found = scope.parent.and_then(|parent| binder(scopes, parent, &name, false));
                if found.is_some_and(|found| scopes.get(found).kind == ScopeKind::TypeParams && !name.starts_with('.'))
                {
                    let message = format!("nonlocal binding not allowed for type parameter '{name}'");
                    return Err(source.error_of_symbols(message, entry.range));
                }
                if found.is_none() {
                    return Err(source.error_of_symbols(format!("no binding for nonlocal '{name}' found"), entry.range));
                }
            }
            if scopes.seen_in_class(id, &name) {
                mark(scopes, id, &CLASS_DICT.into());
            } else {
                mark(scopes, id, &name);
            }
        }
    }
    Ok(())
}

/// Records that scope `from` mentions `name`: when another frame binds it, it is a cell there and free on the way.
fn mark(scopes: &mut Scopes, from: ScopeId, name: &Name) {
    let Some(home) = binder(scopes, from, name, true) else { return };
    let frame = scopes.host(home);
    let mut at = scopes.host(from);
    if at == frame {
        return;
    }
    scopes.get_mut(home).cells.insert(name.clone());
    while at != frame {
        scopes.get_mut(at).free.insert(name.clone());
        at = scopes.host(scopes.get(at).parent.expect("the binder is an ancestor"));
    }
}

/// The function-like scope (or the class, for `__class__`) that binds a name seen from `from`; None: a global, or a
/// name of the namespace that `from` itself has. What runs in the class's own frame does not see its cells.
fn binder(scopes: &Scopes, from: ScopeId, name: &str, own: bool) -> Option<ScopeId> {
    let mut at = Some(from);
    let frame = own.then(|| scopes.host(from));
    let mut own = own;
    if scopes.global_in_class(from, name) {
        return None;
    }
    while let Some(id) = at {
        let scope = scopes.get(id);
        if own && id == from && scope.kind == ScopeKind::Class && scope.binds(name) {
            return None;
        }
        let implicit = scope.kind == ScopeKind::Class && frame != Some(id) && matches!(name, "__class__" | CLASS_DICT);
        if implicit || scope.is_function_like() && scope.binds(name) {
            return Some(id);
        }
        if scope.has(name, symbol::GLOBAL) && scope.is_function_like()
            || own && id == from && scope.has(name, symbol::GLOBAL)
        {
            return None;
        }
        own = false;
        at = scope.parent;
    }
    None
}

impl Scopes {
    /// Where `name` (mangled) of scope `from` lives.
    pub fn place(&self, from: ScopeId, name: &str) -> Place {
        let scope = self.get(from);
        if scope.has(name, symbol::GLOBAL) || self.global_in_class(from, name) {
            return Place::Global;
        }
        // In the table of the module a `global` of a function's counts too (`symtable_add_def`): its code is not always
        // run where names are globals (`exec` with two dicts, or in a function).
        if scope.kind == ScopeKind::Module && self.declared_global.contains_key(name) {
            return Place::Global;
        }
        if !scope.is_function_like() && scope.binds(name) {
            return Place::Name;
        }
        match binder(self, from, name, true) {
            Some(home) if self.host(home) == self.host(from) => {
                if self.get(home).cells.contains(name) {
                    Place::Cell(home)
                } else {
                    Place::Local(home)
                }
            }
            Some(_) if scope.kind == ScopeKind::Class => Place::ClassFree,
            Some(_) => Place::Free,
            None if scope.is_function_like() => self.global_place(scope, name),
            None => Place::Name,
        }
    }

    /// Is `name` of scope `id`, which sees a class from within it, looked up in the class's namespace, then
    /// among the globals?
    pub fn seen_in_class(&self, id: ScopeId, name: &str) -> bool {
        let mut scope = self.get(id);
        while scope.sees_class && !scope.binds(name) && !name.starts_with('.') {
            scope = self.get(scope.parent.expect("a class is around"));
            if scope.kind == ScopeKind::Class {
                return scope.binds(name);
            }
        }
        false
    }

    /// Is `name` of scope `id`, which sees a class from within it, declared global there?
    fn global_in_class(&self, id: ScopeId, name: &str) -> bool {
        let mut scope = self.get(id);
        while scope.sees_class && !scope.binds(name) {
            scope = self.get(scope.parent.expect("a class is around"));
            if scope.kind == ScopeKind::Class {
                return scope.has(name, symbol::GLOBAL);
            }
        }
        false
    }

    /// A name that no function binds: a comprehension directly in a module's body looks it up as the body does.
    fn global_place(&self, scope: &Scope, name: &str) -> Place {
        let mut at = scope;
        while at.kind == ScopeKind::Comprehension {
            at = self.get(at.parent.expect("a comprehension has a parent"));
        }
        if at.kind == ScopeKind::Module && !self.declared_global.contains_key(name) {
            Place::Name
        } else {
            Place::Global
        }
    }
}
