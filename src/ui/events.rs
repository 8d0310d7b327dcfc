//! The events of `window.loopscope` that come of what the reader sees: `step`, `ended`, `diagnostic`.

use super::diagnostics::severity_word;
use super::dom;
use super::host::Host;
use super::shared::Shared;
use super::state::Page;
use crate::scene::DiagnosticView;
use yew::prelude::*;

#[hook]
pub fn use_events(page: &Page, host: &Host, found: Shared<Vec<DiagnosticView>>) {
    let run = page.shown.as_ref().map(|shown| shown.run);
    {
        let (host, shown) = (host.clone(), page.shown.clone());
        use_effect_with((run, page.step), move |(_, step)| {
            if let Some(shown) = shown {
                let seconds = shown.time_ns(*step) as f64 / 1e9;
                let kind = shown.read(|log, recording| recording.beat(log, *step)).word();
                let members = [("step", (*step).into()), ("time", seconds.into()), ("kind", kind.into())];
                host.emit("step", &dom::object(&members));
            }
        });
    }
    {
        let (host, last) = (host.clone(), page.stop_at());
        let was_playing = use_mut_ref(|| false);
        use_effect_with((page.playing, page.at()), move |(playing, step)| {
            if was_playing.replace(*playing) && !*playing && *step == last {
                host.emit("ended", &dom::object(&[("step", last.into())]));
            }
        });
    }
    let host = host.clone();
    use_effect_with((run, page.computing.is_some()), move |(_, computing)| {
        for one in found.iter().filter(|_| !*computing) {
            let members = [
                ("code", one.code.into()),
                ("severity", severity_word(one.severity).into()),
                ("line", one.line.into()),
                ("message", (&*one.title).into()),
            ];
            host.emit("diagnostic", &dom::object(&members));
        }
    });
}
