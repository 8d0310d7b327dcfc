//! Objects taken to pieces, and those that have a name.

use super::*;

impl Writer {
    /// Takes an object to pieces as its class says.
    pub(super) fn by_class(&mut self, i: &mut dyn Interp, value: Value) -> PyResult<Option<Turn>> {
        let class = type_of(&value);
        if self.ask.buffers.is(&Value::Type(class.clone())) {
            let flow = Flow::call(self.ask.buffer.clone(), Args::from([value.clone(), self.protocol()]));
            return self.go(i, flow, Then::Buffered(value));
        }
        if let Value::Function(_) = &value {
            return self.find(i, value, Value::None);
        }
        if Rc::ptr_eq(&class, &types().type_) && plainly_found(i, &value)?.is_some() {
            return self.find(i, value, Value::None);
        }
        let is_object = matches!(&value, Value::Object(_));
        if let Value::Dict(table) = &self.table
            && !Rc::ptr_eq(&class, &types().type_)
        {
            let given = match table.is_empty() {
                true => None,
                false => table.clone().get(i, &Value::Type(class.clone()))?,
            };
            if let Some(given) = given {
                return self.go(i, Flow::call(given, Args::one(value.clone())), Then::Reduced(value));
            }
            if is_object && !class.flag(class_flag::GETATTRIBUTE) {
                let protocol = Args::one(self.protocol());
                let own = value.as_object().and_then(|object: &Rc<Object>| object.own(known::REDUCE_EX));
                let flow = match own {
                    Some(own) => Some(Flow::call(own, protocol)),
                    None => call_special(i, &value, known::REDUCE_EX, protocol)?,
                };
                if let Some(flow) = flow {
                    return self.go(i, flow, Then::Reduced(value));
                }
            }
        }
        let flow =
            Flow::call(self.ask.reduce.clone(), Args::from([value.clone(), self.protocol(), self.table.clone()]));
        self.go(i, flow, Then::Reduced(value))
    }

    pub(super) fn find(&mut self, i: &mut dyn Interp, value: Value, name: Value) -> PyResult<Option<Turn>> {
        let extends = matches!(&self.ask.extensions, Value::Dict(numbers) if !numbers.is_empty());
        if self.protocol >= 4
            && !extends
            && let Value::Type(_) | Value::Function(_) = &value
            && let Some((module, name)) = plainly_found(i, &value)?
        {
            return self.named(i, value, &module, &name);
        }
        let flow = Flow::call(self.ask.find.clone(), Args::from([value.clone(), name, self.protocol()]));
        self.go(i, flow, Then::Named(value))
    }

    /// Goes on with what a flow comes to, at once if that is known.
    pub(super) fn go(&mut self, i: &mut dyn Interp, flow: Flow, then: Then) -> PyResult<Option<Turn>> {
        let flow = match flow {
            Flow::Call(call) => match *call {
                (Value::Builtin(builtin), args) => builtin.invoke(i, args)?,
                (callable, args) => Flow::call(callable, args),
            },
            flow => flow,
        };
        match flow {
            Flow::Done(value) => self.then(i, value, then),
            flow => Ok(Some(Turn::Flow(flow, then))),
        }
    }

    pub(super) fn then(&mut self, i: &mut dyn Interp, value: Value, then: Then) -> PyResult<Option<Turn>> {
        match then {
            Then::Identified(object) => match value {
                Value::None => self.todo.push(Todo::SaveId(object)),
                id if self.binary() => self.todo.extend([Todo::Write(&[BINPERSID]), Todo::SaveId(id)]),
                id => {
                    let text = ops::str_text(i, &id)?;
                    let Some(text) = text.data.as_ascii() else {
                        return Err(error(i, "PicklingError", "persistent IDs in protocol 0 must be ASCII strings"));
                    };
                    self.push(format!("P{text}\n").as_bytes());
                }
            },
            Then::Overridden(object) => match value {
                Value::NotImplemented => return self.by_class(i, object),
                value => return self.then(i, value, Then::Reduced(object)),
            },
            Then::Reduced(object) => match &value {
                Value::Tuple(parts) => {
                    if !(2..=6).contains(&parts.items.len()) {
                        let text = "tuple returned by __reduce__ must contain 2 through 6 elements";
                        return Err(error(i, "PicklingError", text));
                    }
                    return self.reduced(i, object, &parts.items);
                }
                _ if value.as_str().is_some() => return self.find(i, object, value),
                _ => return Err(error(i, "PicklingError", "__reduce__ must return a string or tuple")),
            },
            Then::Named(object) => match &value {
                Value::Int(number) => {
                    let bytes = number.to_le_bytes();
                    match *number {
                        0..=0xFF => self.push(&[EXT1, bytes[0]]),
                        0x100..=0xFFFF => self.push(&[EXT2, bytes[0], bytes[1]]),
                        _ => self.push(&[EXT4, bytes[0], bytes[1], bytes[2], bytes[3]]),
                    }
                    self.depth -= 1;
                }
                Value::Tuple(parts) => match &parts.items[..] {
                    [Value::Str(module), Value::Str(name)] => return self.named(i, object, module, name),
                    parts => return self.reduced(i, object, parts),
                },
                _ => return Err(runtime_error("a name has two parts")),
            },
            Then::Buffered(object) => {
                match &value {
                    Value::Bytes(bytes) => {
                        self.sized([Some(SHORT_BINBYTES), Some(BINBYTES), Some(BINBYTES8)], &bytes.data);
                        self.memoize(&object);
                    }
                    Value::Bool(false) => self.code(NEXT_BUFFER),
                    Value::Bool(true) => self.push(&[NEXT_BUFFER, READONLY_BUFFER]),
                    _ => {
                        let data = bytearray::of(&value).map(|array| array.data.borrow().to_vec()).unwrap_or_default();
                        self.sized([None, None, Some(BYTEARRAY8)], &data);
                        self.memoize(&object);
                    }
                }
                self.depth -= 1;
            }
            Then::Collected(pairs) => {
                let Value::List(list) = value else { return Ok(None) };
                let mut items = list.items.take();
                if pairs {
                    let mut flat = Vec::with_capacity(items.len() * 2);
                    for pair in items {
                        match pair.plain() {
                            Value::Tuple(pair) if pair.items.len() == 2 => flat.extend(pair.items.iter().cloned()),
                            _ => return Err(type_error("dict items iterator must return 2-tuples")),
                        }
                    }
                    items = flat;
                }
                return self.batches(Batches::new(items, Kind::Iterator, pairs, Value::None));
            }
        }
        Ok(None)
    }

    /// Writes under which names an object is found.
    pub(super) fn named(
        &mut self,
        i: &mut dyn Interp,
        object: Value,
        module: &Rc<Str>,
        name: &Rc<Str>,
    ) -> PyResult<Option<Turn>> {
        self.todo.extend([Todo::Leave(1), Todo::Known(object)]);
        if self.protocol >= 4 {
            let module = Symbol::of(module).map_or_else(|| Value::Str(module.clone()), Symbol::value);
            self.todo.extend([Todo::Write(&[STACK_GLOBAL]), Todo::Save(Value::Str(name.clone())), Todo::Save(module)]);
            return Ok(None);
        }
        for (what, text) in [("module", module), ("global", name)] {
            if text.data.as_ascii().is_none() && (self.protocol < 3 || text.data.to_utf8().is_err()) {
                let shown = if what == "module" { format!("'{}'", text.text()) } else { text.data.repr().to_string() };
                let told = format!("can't pickle {what} identifier {shown} using pickle protocol {}", self.protocol);
                return Err(error(i, "PicklingError", told));
            }
        }
        let name = name.text();
        let mut names = name.split('.');
        let line = format!("c{}\n{}\n", module.text(), names.next().unwrap_or_default());
        // What stands in a class is asked of it by getattr.
        let within: Vec<&str> = names.collect();
        for name in within.iter().rev() {
            let end: &[u8] = if self.protocol < 2 { &[TUPLE, REDUCE] } else { &[TUPLE1 + 1, REDUCE] };
            self.todo.extend([Todo::Write(end), Todo::Save(Symbol::new(name).value())]);
        }
        self.todo.push(Todo::Line(line));
        if !within.is_empty() {
            let getattr = i.import("builtins")?;
            let getattr = get_attr_now(i, &getattr, Symbol::new("getattr"))?;
            for _ in &within {
                if self.protocol < 2 {
                    self.todo.push(Todo::Write(&[MARK]));
                }
                self.todo.push(Todo::Save(getattr.clone()));
            }
        }
        Ok(None)
    }

    /// Writes how an object is made again: the level that has been entered for it is left when it has been.
    pub(super) fn reduced(&mut self, i: &mut dyn Interp, object: Value, parts: &[Value]) -> PyResult<Option<Turn>> {
        let part = |at: usize| parts.get(at).filter(|part| !part.is_none());
        let [function, args, ..] = parts else { return Ok(None) };
        if !is_callable(function) {
            return Err(error(i, "PicklingError", "first item of the tuple returned by __reduce__ must be callable"));
        }
        let Value::Tuple(given) = args.plain() else {
            return Err(error(i, "PicklingError", "second item of the tuple returned by __reduce__ must be a tuple"));
        };
        for (at, ordinal, kind) in
            [(3, "fourth", "an iterator"), (4, "fifth", "an iterator"), (5, "sixth", "a function")]
        {
            if let Some(part) = part(at)
                && !(if at < 5 { ops::is_iterator(part) } else { is_callable(part) })
            {
                let class = type_of(part).name();
                let text = format!("{ordinal} element of the tuple returned by __reduce__ must be {kind}, not {class}");
                return Err(error(i, "PicklingError", text));
            }
        }
        let name = match function {
            Value::Builtin(builtin) => Some(builtin.name.to_string()),
            Value::Function(function) => Some(function.naming.name().text_or_empty()),
            _ => None,
        };
        let mut before = vec![Todo::Save(args.clone()), Todo::Save(function.clone())];
        let mut code: &'static [u8] = &[REDUCE];
        if self.protocol >= 2
            && let Some(text) = wrong_for_new(name.as_deref(), &given.items)
        {
            return Err(error(i, "PicklingError", text));
        }
        match (name.as_deref(), &given.items[..]) {
            (Some("__newobj_ex__"), [class, args, keywords]) if self.protocol >= 4 => {
                before = vec![Todo::Save(keywords.clone()), Todo::Save(args.clone()), Todo::Save(class.clone())];
                code = &[NEWOBJ_EX];
            }
            (Some("__newobj_ex__"), [_, _, _]) if self.protocol >= 2 => {
                let flow = Flow::call(self.ask.without_keywords.clone(), Args::positional(parts.iter().cloned()));
                return self.go(i, flow, Then::Reduced(object));
            }
            (Some("__newobj__"), [class, args @ ..]) if self.protocol >= 2 => {
                if !class.is(&Value::Type(type_of(&object))) && !get_attr_now(i, &object, known::CLASS)?.is(class) {
                    return Err(error(i, "PicklingError", "args[0] from __newobj__ args has the wrong class"));
                }
                before = vec![Todo::Save(Value::tuple(args.to_vec())), Todo::Save(class.clone())];
                code = &[NEWOBJ];
            }
            _ => {}
        }
        self.todo.push(Todo::Leave(1));
        if let Some(state) = part(2) {
            let save = Todo::Save(state.clone());
            match part(5) {
                None => self.todo.extend([Todo::Write(&[BUILD]), save]),
                Some(setter) => {
                    self.todo.extend([Todo::Write(&[TUPLE1 + 1, REDUCE, POP]), save]);
                    self.todo.extend([Todo::Save(object.clone()), Todo::Save(setter.clone())]);
                }
            }
        }
        if let Some(entries) = part(4) {
            self.todo.push(Todo::Collect(entries.clone(), true));
        }
        if let Some(items) = part(3) {
            self.todo.push(Todo::Collect(items.clone(), false));
        }
        self.todo.extend([Todo::Made(object), Todo::Write(code)]);
        self.todo.extend(before);
        Ok(None)
    }
}

/// Module and name of a class or function that stands where these say.
fn plainly_found(i: &mut dyn Interp, value: &Value) -> PyResult<Option<(Rc<Str>, Rc<Str>)>> {
    let mut text = |name| get_attr_now(i, value, name).map(|found| found.as_str().cloned());
    let (Some(module), Some(name)) = (text(known::MODULE)?, text(known::QUALNAME)?) else { return Ok(None) };
    let found = match i.imported(&module.text()) {
        Some(Value::Module(module)) => Symbol::of(&name).and_then(|name| module.get(name)),
        _ => None,
    };
    Ok(found.is_some_and(|found| found.is(value)).then_some((module, name)))
}

/// What is wrong with the arguments of `copyreg.__newobj__` and `__newobj_ex__`, of which pickles have opcodes.
fn wrong_for_new(name: Option<&str>, given: &[Value]) -> Option<String> {
    match (name?, given) {
        ("__newobj__", []) => Some("__newobj__ arglist is empty".to_string()),
        ("__newobj__", [class, ..]) if !matches!(class, Value::Type(_)) => {
            Some("args[0] from __newobj__ args is not a type".to_string())
        }
        ("__newobj_ex__", [class, args, keywords]) => {
            let what = "item from NEWOBJ_EX argument tuple must be a";
            let (item, kind, found) = if !matches!(class, Value::Type(_)) {
                ("first", "class", class)
            } else if !matches!(args.plain(), Value::Tuple(_)) {
                ("second", "tuple", args)
            } else if !matches!(keywords.plain(), Value::Dict(_)) {
                ("third", "dict", keywords)
            } else {
                return None;
            };
            Some(format!("{item} {what} {kind}, not {}", type_of(found).name()))
        }
        ("__newobj_ex__", _) => {
            Some(format!("length of the NEWOBJ_EX argument tuple must be exactly 3, not {}", given.len()))
        }
        _ => None,
    }
}
