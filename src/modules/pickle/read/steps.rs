//! The instructions.

use super::*;

impl Reader {
    /// One instruction.
    pub(super) fn step(&mut self, i: &mut dyn Interp) -> Read<Act> {
        let begin = self.at;
        let code = self.bytes(1, begin)?[0];
        let value = match code {
            STOP => return Ok(Act::Done),
            FRAME => {
                let len = self.number(8, begin)?;
                self.bytes(len, begin)?;
                self.at = begin + 9;
                return Ok(Act::Next);
            }
            PROTO => {
                let protocol = self.number(1, begin)?;
                if protocol > HIGHEST.into() {
                    return Err(value_error(format!("unsupported pickle protocol: {protocol}")).into());
                }
                return Ok(Act::Next);
            }
            NONE => Value::None,
            NEWTRUE => Value::Bool(true),
            NEWFALSE => Value::Bool(false),
            BININT1 => self.number(1, begin)?.into(),
            BININT2 => self.number(2, begin)?.into(),
            BININT => Value::Int((self.number(4, begin)? as u32 as i32).into()),
            LONG1 | LONG4 => {
                let len = self.number(if code == LONG1 { 1 } else { 4 }, begin)?;
                from_bytes(self.bytes(len, begin)?, true, true).into()
            }
            BINFLOAT => {
                let bits = self.bytes(8, begin)?.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
                Value::Float(f64::from_bits(bits))
            }
            SHORT_BINUNICODE | BINUNICODE | BINUNICODE8 => {
                let size = [(SHORT_BINUNICODE, 1), (BINUNICODE, 4)].iter().find(|(known, _)| *known == code);
                let len = self.number(size.map_or(8, |(_, size)| *size), begin)?;
                self.text(i, len, begin)?
            }
            SHORT_BINBYTES | BINBYTES | BINBYTES8 | BYTEARRAY8 => {
                let size = [(SHORT_BINBYTES, 1), (BINBYTES, 4)].iter().find(|(known, _)| *known == code);
                let len = self.number(size.map_or(8, |(_, size)| *size), begin)?;
                let data = self.bytes(len, begin)?.to_vec();
                if code == BYTEARRAY8 { bytearray::new(data) } else { Value::bytes(data) }
            }
            EMPTY_LIST => Value::list(Vec::new()),
            EMPTY_DICT => Value::Dict(Dict::new()),
            EMPTY_SET => Value::Set(Set::new(false)),
            EMPTY_TUPLE => Value::tuple([]),
            _ => return self.compound(i, code, begin),
        };
        self.stack.push(value);
        Ok(Act::Next)
    }

    /// What takes from the stack, or is a line.
    pub(super) fn compound(&mut self, i: &mut dyn Interp, code: u8, begin: usize) -> Read<Act> {
        match code {
            MARK => self.marks.push(self.stack.len()),
            MEMOIZE => self.store(i, None)?,
            BINPUT | LONG_BINPUT => {
                let number = self.number(if code == BINPUT { 1 } else { 4 }, begin)?;
                self.store(i, Some(number))?;
            }
            BINGET | LONG_BINGET => {
                let number = self.number(if code == BINGET { 1 } else { 4 }, begin)?;
                self.recall(i, number)?;
            }
            PUT | GET => {
                let line = self.line()?;
                let number = std::str::from_utf8(&line).ok().and_then(|line| line.trim().parse().ok());
                let Some(number) = number else {
                    let shown = crate::objects::str::repr_bytes(&[&line, &b"\n"[..]].concat());
                    let text = format!("invalid literal for int() with base 10: {}", &shown.to_text()[1..]);
                    return Err(value_error(text).into());
                };
                if code == PUT { self.store(i, Some(number))? } else { self.recall(i, number)? }
            }
            POP => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop(i)?;
                }
            }
            POP_MARK => drop(self.marked(i)?),
            DUP => {
                let top = self.top(i)?;
                self.stack.push(top);
            }
            TUPLE1..=TUPLE3 => {
                let count = usize::from(code - TUPLE1) + 1;
                self.need(i, count)?;
                let items = self.stack.split_off(self.stack.len() - count);
                self.stack.push(Value::tuple(items));
            }
            TUPLE => {
                let items = self.marked(i)?;
                self.stack.push(Value::tuple(items));
            }
            LIST => {
                let items = self.marked(i)?;
                self.stack.push(Value::list(items));
            }
            DICT => {
                let (items, dict) = (self.marked(i)?, Dict::new());
                self.stack.push(Value::Dict(dict.clone()));
                return self.set_items(i, &Value::Dict(dict), items);
            }
            FROZENSET => {
                let items = self.marked(i)?;
                let set = Set::of(i, true, items)?;
                self.stack.push(Value::Set(set));
            }
            APPEND | APPENDS => {
                let items = if code == APPEND { vec![self.pop(i)?] } else { self.marked(i)? };
                let target = self.top(i)?;
                let Value::List(list) = &target else {
                    return Ok(Act::Run(self.help(Helper::Extend, [target, Value::list(items)])));
                };
                gc::link_all(list, &items);
                list.items.borrow_mut().extend(items);
            }
            SETITEM | SETITEMS => {
                let items = match code {
                    SETITEM => {
                        self.need(i, 2)?;
                        self.stack.split_off(self.stack.len() - 2)
                    }
                    _ => self.marked(i)?,
                };
                let target = self.top(i)?;
                return self.set_items(i, &target, items);
            }
            ADDITEMS => {
                let items = self.marked(i)?;
                let target = self.top(i)?;
                let Value::Set(set) = &target else {
                    return Ok(Act::Run(self.help(Helper::Extend, [target, Value::list(items)])));
                };
                for item in items {
                    set.add(i, item)?;
                }
            }
            GLOBAL | INST => {
                let (module, name) = (self.line_text(i)?, self.line_text(i)?);
                let args = match code {
                    INST => Value::list(self.marked(i)?),
                    _ => return Ok(Act::Push(self.find(i, module, name))),
                };
                return Ok(Act::Push(self.help(Helper::Make, [Value::pair(module, name), args])));
            }
            EXT1 | EXT2 | EXT4 => {
                let size = match code {
                    EXT1 => 1,
                    EXT2 => 2,
                    _ => 4,
                };
                let number = self.number(size, begin)? as u32 as i32;
                return Ok(Act::Push(self.help(Helper::Extension, [Value::Int(number.into())])));
            }
            NEXT_BUFFER => return Ok(Act::Push(self.help(Helper::NextBuffer, Args::none()))),
            READONLY_BUFFER => {
                let buffer = self.pop(i)?;
                return Ok(Act::Push(self.help(Helper::Readonly, [buffer])));
            }
            STACK_GLOBAL => {
                let (name, module) = (self.pop(i)?, self.pop(i)?);
                if name.as_str().is_none() || module.as_str().is_none() {
                    return Err(error(i, "UnpicklingError", "STACK_GLOBAL requires str").into());
                }
                return Ok(Act::Push(self.find(i, module, name)));
            }
            REDUCE => {
                let (args, function) = (self.pop(i)?, self.pop(i)?);
                let Value::Tuple(args) = args.plain() else {
                    return Err(type_error("argument list must be a tuple").into());
                };
                return Ok(Act::Push(Flow::call(function, Args::positional(args.items.iter().cloned()))));
            }
            NEWOBJ => {
                let (args, class) = (self.pop(i)?, self.pop(i)?);
                if let (Value::Type(_), Value::Tuple(args)) = (&class, args.plain()) {
                    let new = get_attr_now(i, &class, known::NEW)?;
                    let given = std::iter::once(class).chain(args.items.iter().cloned());
                    return Ok(Act::Push(Flow::call(new, Args::positional(given))));
                }
                return Ok(Act::Push(self.help(Helper::Make, [class, args])));
            }
            NEWOBJ_EX => {
                let (keywords, args, class) = (self.pop(i)?, self.pop(i)?, self.pop(i)?);
                return Ok(Act::Push(self.help(Helper::Make, [class, args, keywords])));
            }
            OBJ => {
                let mut items = self.marked(i)?;
                if items.is_empty() {
                    return Err(self.underflow(i).into());
                }
                let class = items.remove(0);
                return Ok(Act::Push(self.help(Helper::Make, [class, Value::list(items)])));
            }
            BUILD => {
                let state = self.pop(i)?;
                let target = self.top(i)?;
                if !built(i, &target, &state)? {
                    return Ok(Act::Run(self.help(Helper::Build, [target, state])));
                }
            }
            BINPERSID => {
                let id = self.pop(i)?;
                return Ok(Act::Push(self.help(Helper::Persistent, [id])));
            }
            PERSID => {
                let line = self.line()?;
                let Some(id) = std::str::from_utf8(&line).ok().filter(|id| id.is_ascii()) else {
                    let text = "persistent IDs in protocol 0 must be ASCII strings";
                    return Err(error(i, "UnpicklingError", text).into());
                };
                let id = Value::from(id);
                return Ok(Act::Push(self.help(Helper::Persistent, [id])));
            }
            INT | LONG | FLOAT | STRING | UNICODE => {
                let line = self.line()?;
                return Ok(Act::Push(self.help(Helper::Line, [Value::bytes([code]), Value::bytes(line)])));
            }
            BINSTRING | SHORT_BINSTRING => {
                let len = self.number(if code == BINSTRING { 4 } else { 1 }, begin)?;
                let data = Value::bytes(self.bytes(len, begin)?.to_vec());
                return Ok(Act::Push(self.help(Helper::Line, [Value::bytes([code]), data])));
            }
            _ => {
                let shown = if (0x20..0x7F).contains(&code) && code != b'\'' {
                    char::from(code).to_string()
                } else {
                    format!("\\x{code:02x}")
                };
                return Err(error(i, "UnpicklingError", format!("invalid load key, '{shown}'.")).into());
            }
        }
        Ok(Act::Next)
    }

    pub(super) fn set_items(&mut self, i: &mut dyn Interp, target: &Value, items: Vec<Value>) -> Read<Act> {
        if !items.len().is_multiple_of(2) {
            return Err(error(i, "UnpicklingError", "odd number of items for SETITEMS").into());
        }
        let Value::Dict(dict) = target else {
            return Ok(Act::Run(self.help(Helper::SetItems, [target.clone(), Value::list(items)])));
        };
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            dict.set(i, key, value)?;
        }
        Ok(Act::Next)
    }
}

/// Gives an object of a plain class its attributes; `false`: the text must look.
fn built(i: &mut dyn Interp, target: &Value, state: &Value) -> PyResult<bool> {
    let (Value::Object(object), Value::Dict(state)) = (target, state) else { return Ok(false) };
    let plain = object.with_class(|class| {
        let flags = class_flag::NO_DICT | class_flag::GETATTRIBUTE | class_flag::SETATTR;
        class.flag(class_flag::HEAP) && !class.flag(flags)
    });
    let setter = Symbol::fixed("__setstate__");
    if !plain
        || !matches!(object.payload, Payload::None)
        || object.own(setter).is_some()
        || lookup_special(i, target, setter)?.is_some()
        || lookup_special(i, target, Symbol::fixed("__getattr__"))?.is_some()
    {
        return Ok(false);
    }
    let entries = state.entries();
    let names = entries.iter().map(|(name, _)| match name {
        Value::Str(name) => Symbol::of(name),
        _ => None,
    });
    let Some(names) = names.collect::<Option<Vec<Symbol>>>() else { return Ok(false) };
    for (name, (_, value)) in names.into_iter().zip(entries) {
        gc::link(object, &value);
        drop(object.set_own(name, value));
    }
    Ok(true)
}
