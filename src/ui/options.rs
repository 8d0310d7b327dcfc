//! A run's options as JavaScript gives them: see www/loopscope.js.

use crate::scene::shortened;
use crate::session::Options;
use wasm_bindgen::prelude::*;

/// Reads `{ seed, limit, stdin, args, cpuCost, switchInterval, latency, interrupt, trace }`; what is not there is as by
/// default. Err: a TypeError that says which is wrong.
pub fn read(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if !given.is_object() {
        return Ok(options);
    }
    for entry in js_sys::Object::entries(given.unchecked_ref()).iter() {
        let (name, value) = (js_sys::Reflect::get_u32(&entry, 0)?, js_sys::Reflect::get_u32(&entry, 1)?);
        let name = name.as_string().unwrap_or_default();
        let number =
            || value.as_f64().filter(|number| *number >= 0.0).ok_or_else(|| wrong(&name, " is a number, 0 or more"));
        match name.as_str() {
            _ if value.is_undefined() || value.is_null() => {}
            "trace" => options.trace = value.is_truthy(),
            "seed" => options.seed = number()? as u64,
            "limit" => options.limit = number()?,
            "cpuCost" => options.cpu_cost = Some(number()? as u64),
            "switchInterval" => options.switch_interval = Some(number()?),
            "latency" => options.latency = Some(number()?),
            // Ctrl+C: SIGINT at a virtual second.
            "interrupt" => options.signals = vec![(number()?, 2)],
            "stdin" => options.stdin = lines(&value, &name)?,
            "args" => options.args = lines(&value, &name)?,
            _ => return Err(wrong("there is no option ", &shortened(&name))),
        }
    }
    Ok(options)
}

/// An array of strings, or a text's lines.
fn lines(value: &JsValue, name: &str) -> Result<Vec<String>, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text.lines().map(str::to_string).collect());
    }
    let no_strings = || wrong(name, " is an array of strings");
    let array = value.dyn_ref::<js_sys::Array>().ok_or_else(no_strings)?;
    array.iter().map(|line| line.as_string().ok_or_else(no_strings)).collect()
}

fn wrong(start: &str, end: &str) -> JsValue {
    js_sys::TypeError::new(&["run's options: ", start, end].concat()).into()
}
