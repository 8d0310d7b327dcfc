//! Waits for the answers of hosts and servers outside, which are simulated (`_network.py`): time passes as in a sleep, and
//! the timeline shows what was asked for.

use crate::asyncio::{labels, waiting};
use crate::objects::exception::PyResult;
use crate::objects::{Args, Flow, Interp, Value, ops};
use crate::trace::Purpose;

/// So much of what is asked for is shown, in characters.
const SHOWN: usize = 60;

/// `_frames.blocked_by_request(seconds, request)`: the thread waits so long.
pub fn blocked(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [seconds, request] = args.exactly("blocked_by_request")?;
    let seconds = ops::to_float(i, &seconds)?;
    Ok(super::time::blocked_for(i, seconds, Purpose::Request, label(&request)))
}

/// `_frames.awaiting_request(seconds, request)`: the coroutine of a task that does.
pub fn awaiting(i: &mut dyn Interp, args: Args) -> PyResult {
    let [seconds, request] = args.exactly("awaiting_request")?;
    let seconds = Value::Float(ops::to_float(i, &seconds)?);
    let request = i.log().intern(&label(&request));
    Ok(waiting::request(i, seconds, request).made(i))
}

/// What is asked for, in one line.
fn label(request: &Value) -> String {
    let mut line = request.text_or_empty().split_whitespace().collect::<Vec<_>>().join(" ");
    labels::cut(&mut line, 0, SHOWN);
    line
}
