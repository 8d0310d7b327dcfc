//! `Task.get_stack` and `Task.print_stack` (Lib/asyncio/base_tasks.py).

use super::futures::future;
use super::{py, tasks};
use crate::objects::exception::PyResult;
use crate::objects::{Args, Flow, Interp, Value, ops, type_name};

/// `get_stack(*, limit=None)`
pub fn get_stack(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, limit] = args.bind_in_c::<2>("get_stack", &["self", "*", "limit"], 1)?;
    frames(i, &this, &limit).map(Value::list)
}

/// The coroutine's frame and those that called it, the outermost first; a failed task's are its traceback's.
fn frames(i: &mut dyn Interp, this: &Value, limit: &Value) -> PyResult<Vec<Value>> {
    let task = super::future_class::task_of(this)?;
    let most = match limit {
        Value::None | Value::Unset => usize::MAX,
        limit => ops::ssize(i, limit)?.max(0) as usize,
    };
    let coroutine = tasks::task(&task).coroutine.borrow().clone();
    let mut found = Vec::new();
    let frame = py::find(i, &coroutine, "cr_frame")?.filter(|frame| !frame.is_none());
    if let Some(mut frame) = frame {
        while !frame.is_none() && found.len() < most {
            found.push(frame.clone());
            frame = py::get(i, &frame, "f_back")?;
        }
        found.reverse();
        return Ok(found);
    }
    let failed = future(&task).exception();
    if let Some(exc) = failed {
        let mut traceback = py::get(i, &exc.value(), "__traceback__")?;
        while !traceback.is_none() && found.len() < most {
            found.push(py::get(i, &traceback, "tb_frame")?);
            traceback = py::get(i, &traceback, "tb_next")?;
        }
    }
    Ok(found)
}

/// `print_stack(*, limit=None, file=None)`
pub fn print_stack(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, limit, file] = args.bind_in_c::<3>("print_stack", &["self", "*", "limit", "file"], 1)?;
    let task = super::future_class::task_of(&this)?;
    let shown: Vec<String> =
        frames(i, &this, &limit)?.iter().map(|frame| frame_lines(i, frame)).collect::<PyResult<_>>()?;
    let lines = shown.concat();
    let failed = future(&task).exception();
    let shown = py::repr(i, &this)?;
    let head = match (&*lines, &failed) {
        ("", _) => format!("No stack for {shown}\n"),
        (_, Some(_)) => format!("Traceback for {shown} (most recent call last):\n"),
        (_, None) => format!("Stack for {shown} (most recent call last):\n"),
    };
    let mut last = String::new();
    if let Some(exc) = failed {
        let traceback = i.import("traceback")?;
        let only = py::call(i, &traceback, "format_exception_only", Args::one(exc.value()))?;
        for line in ops::to_vec(i, &only)? {
            last.push_str(&py::text(i, &line)?);
        }
    }
    if file.is_none() || file.is_unset() {
        // Head and exception go to stdout, the frames to stderr: print's default and traceback's.
        printed(i, head)?;
        i.to_stderr(&lines);
        printed(i, last)?;
        return Ok(Value::None.into());
    }
    let write = py::get(i, &file, "write")?;
    Ok(Flow::call(write, Args::one((head + &lines + &last).into())))
}

/// What `print` does with `text`: it goes to what `sys.stdout` is now.
fn printed(i: &mut dyn Interp, text: String) -> PyResult<()> {
    let sys = i.import("sys")?;
    let stdout = py::get(i, &sys, "stdout")?;
    if !text.is_empty() && !stdout.is_none() {
        py::call(i, &stdout, "write", Args::one(text.into()))?;
    }
    Ok(())
}

/// A frame where it stands now, as a traceback's lines.
fn frame_lines(i: &mut dyn Interp, frame: &Value) -> PyResult<String> {
    let line = py::get(i, frame, "f_lineno")?.as_int().unwrap_or(0) as u32;
    let code = py::get(i, frame, "f_code")?;
    let Value::Code(code) = &code else { return Ok(format!("  {}\n", type_name(&code))) };
    let (file, name) = (&code.filename, &code.code.name);
    let source = i.source_line(file, line).unwrap_or_default();
    Ok(match source.trim() {
        "" => format!("  File \"{file}\", line {line}, in {name}\n"),
        source => format!("  File \"{file}\", line {line}, in {name}\n    {source}\n"),
    })
}
