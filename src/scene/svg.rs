//! The timeline as a self-contained SVG: for pages without scripts, for exports, for the terminal.

use super::say::{Fill, plain_seconds};
use super::stage::Stage;
use super::texts;
use super::timeline_model::*;
use super::{lanes, model::Chip};
use std::fmt::Write;

const LABELS: f32 = 168.0;
const ROW: f32 = 34.0;
const BAR: f32 = 18.0;
const TOP: f32 = 46.0;
const LEAST_WIDTH: f32 = 720.0;
const MOST_WIDTH: f32 = 2400.0;
/// A label is drawn if the bar has this much room for each of its characters.
const CHARACTER: f32 = 6.4;

/// The page's colours in light: those of its tokens file.
const TASKS: [&str; 8] = ["#285f9a", "#994214", "#0a6a4f", "#923e78", "#735a0f", "#644bb4", "#106578", "#7a4b3a"];
const INK: &str = "#1d1f24";
const SOFT: &str = "#5c6270";
const RULE: &str = "#e3e1d9";
const PANEL: &str = "#ffffff";
const FAILED: &str = "#c2352b";

/// The whole recording's timeline. The axis is the clock if it advances, else the steps.
pub fn timeline_svg(stage: &Stage) -> String {
    let plan = super::plan::timeline_plan(stage, AxisKind::Clock, &[]);
    let plan = if plan.clock_advances { plan } else { super::plan::timeline_plan(stage, AxisKind::Steps, &[]) };
    let width = plan.natural_width.clamp(LEAST_WIDTH, MOST_WIDTH);
    let drawing = Drawing { stage, plan: &plan, width };
    drawing.draw()
}

struct Drawing<'a> {
    stage: &'a Stage<'a>,
    plan: &'a TimelinePlan,
    /// Of the bars' part.
    width: f32,
}

impl Drawing<'_> {
    fn draw(&self) -> String {
        // The only thread's strip says nothing that the lanes do not say.
        let rows = || self.plan.rows.iter().filter(|row| !matches!(row, Row::Thread(ThreadRow { slim: true, .. })));
        let height = TOP + rows().count() as f32 * ROW + 12.0;
        let all = LABELS + self.width + 24.0;
        let mut out = String::new();
        let title = self.title();
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {all:.0} {height:.0}\" width=\"{all:.0}\" \
             height=\"{height:.0}\" role=\"img\" font-family=\"ui-sans-serif, system-ui, 'Noto Sans CJK SC', sans-serif\" \
             font-size=\"12\"><title>{}</title>",
            escape(&title)
        );
        self.patterns(&mut out);
        let _ = write!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{PANEL}\"/>");
        self.axis(&mut out, height);
        for (number, row) in rows().enumerate() {
            let y = TOP + number as f32 * ROW;
            match row {
                Row::Process(process) => self.process(&mut out, process, y),
                Row::Lane(lane) => self.lane(&mut out, lane, y),
                Row::Thread(thread) => self.thread(&mut out, thread, y),
                Row::Group(group) => self.group(&mut out, group, y),
            }
        }
        out.push_str("</svg>\n");
        out
    }

    fn title(&self) -> String {
        let count = self.stage.facts().tasks.iter().filter(|task| !task.internal).count() as u32;
        let seconds = plain_seconds(self.stage.log.now());
        self.stage.words(texts::SVG_TITLE, &[("count", Fill::from(count)), ("time", Fill::from(seconds))]).to_string()
    }

    /// Hatches for waiting, dots for ready, crosses for blocked, in each colour.
    fn patterns(&self, out: &mut String) {
        out.push_str("<defs>");
        for (number, colour) in TASKS.iter().enumerate() {
            let _ = write!(
                out,
                "<pattern id=\"w{number}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{colour}\" fill-opacity=\".12\"/>\
                 <path d=\"M0 0V6\" stroke=\"{colour}\" stroke-width=\"2\" stroke-opacity=\".55\"/></pattern>\
                 <pattern id=\"r{number}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
                 <circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" fill=\"{colour}\"/></pattern>\
                 <pattern id=\"b{number}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
                 <path d=\"M0 0L6 6M6 0L0 6\" stroke=\"{colour}\" stroke-width=\"1.5\"/></pattern>"
            );
        }
        out.push_str("</defs>");
    }

    fn axis(&self, out: &mut String, height: f32) {
        let mut free_from = f32::MIN;
        for tick in &self.plan.ticks {
            let x = self.x(tick.x);
            let bottom = height - 12.0;
            if tick.kind == TickKind::Break {
                let _ = write!(
                    out,
                    "<path d=\"M{:.1} 34l3 6-6 4 3 6\" fill=\"none\" stroke=\"{SOFT}\"><title>{}</title></path>",
                    x,
                    escape(&tick.label)
                );
                continue;
            }
            let _ = write!(out, "<path d=\"M{x:.1} 36V{bottom:.0}\" stroke=\"{RULE}\"/>");
            let wide = tick.label.chars().count() as f32 * CHARACTER;
            if x >= free_from {
                let _ = write!(out, "<text x=\"{x:.1}\" y=\"28\" fill=\"{SOFT}\">{}</text>", escape(&tick.label));
                free_from = x + wide + 8.0;
            }
        }
    }

    fn label(&self, out: &mut String, chip: &Chip, note: &str, colour: &str, depth: u8, y: f32) {
        let x = 12.0 + f32::from(depth.min(6)) * 12.0;
        let _ = write!(
            out,
            "<rect x=\"{x:.0}\" y=\"{:.0}\" width=\"3\" height=\"{BAR}\" fill=\"{colour}\"/>\
             <text x=\"{:.0}\" y=\"{:.0}\" fill=\"{INK}\" font-weight=\"600\">{}<title>{}</title></text>",
            y + 8.0,
            x + 9.0,
            y + 17.0,
            escape(&chip.label),
            escape(&chip.full),
        );
        if !note.is_empty() {
            let _ = write!(
                out,
                "<text x=\"{:.0}\" y=\"{:.0}\" fill=\"{SOFT}\" font-size=\"10\">{}</text>",
                x + 9.0,
                y + 29.0,
                escape(note)
            );
        }
    }

    fn process(&self, out: &mut String, process: &ProcessRow, y: f32) {
        let _ = write!(out, "<text x=\"12\" y=\"{:.0}\" fill=\"{SOFT}\">{}</text>", y + 24.0, escape(&process.name));
    }

    fn lane(&self, out: &mut String, lane: &Lane, y: f32) {
        let number = lane.chip.colour.unwrap_or(0) as usize % TASKS.len();
        let colour = TASKS[number];
        self.label(out, &lane.chip, &lane.note, colour, lane.depth, y);
        let top = y + 8.0;
        for segment in lanes::visible(&lane.segments, 0.0, 1.0, 0.5 / self.width) {
            let (x0, x1) = (self.x(segment.x0), self.x(segment.x1));
            let wide = (x1 - x0).max(1.0);
            let fill = match segment.state {
                LaneState::Created => continue,
                LaneState::Running => colour.to_string(),
                LaneState::Ready => format!("url(#r{number})"),
                LaneState::Waiting => format!("url(#w{number})"),
                LaneState::Blocked => format!("url(#b{number})"),
                ended @ (LaneState::Done | LaneState::Failed | LaneState::Cancelled) => {
                    self.end(out, ended, colour, x0, top);
                    continue;
                }
            };
            let _ = write!(
                out,
                "<rect x=\"{x0:.1}\" y=\"{top:.0}\" width=\"{wide:.1}\" height=\"{BAR}\" rx=\"2\" fill=\"{fill}\"/>"
            );
            self.wait_words(out, segment.label, x0, wide, top);
        }
    }

    /// What is waited for, if there is room for the words.
    fn wait_words(&self, out: &mut String, label: u32, x0: f32, wide: f32, top: f32) {
        let label = &self.plan.labels[label as usize];
        let needed = label.chars().count() as f32 * CHARACTER + 12.0;
        if !label.is_empty() && needed < wide {
            let _ = write!(
                out,
                "<rect x=\"{:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"14\" rx=\"2\" fill=\"{PANEL}\" \
                 fill-opacity=\".9\"/><text x=\"{:.1}\" y=\"{:.0}\" fill=\"{INK}\" font-size=\"11\">{}</text>",
                x0 + 4.0,
                top + 2.0,
                needed - 8.0,
                x0 + 7.0,
                top + 13.0,
                escape(label)
            );
        }
    }

    fn end(&self, out: &mut String, state: LaneState, colour: &str, x: f32, top: f32) {
        let (sign, colour) = match state {
            LaneState::Failed => ("✗", FAILED),
            LaneState::Cancelled => ("⊘", SOFT),
            _ => ("✓", colour),
        };
        let _ = write!(
            out,
            "<text x=\"{:.1}\" y=\"{:.0}\" fill=\"{colour}\" font-weight=\"700\">{sign}</text>",
            x + 3.0,
            top + 14.0
        );
    }

    fn thread(&self, out: &mut String, thread: &ThreadRow, y: f32) {
        let chip = self.stage.thread(thread.thread);
        let colour = thread.colour.map_or(SOFT, |number| TASKS[number as usize % TASKS.len()]);
        self.label(out, &chip, "", colour, 0, y);
        for segment in thread.segments.iter() {
            let (x0, x1) = (self.x(segment.x0), self.x(segment.x1));
            let wide = (x1 - x0).max(1.0);
            // The main thread above its tasks is a slim strip.
            let (top, height) = if thread.slim { (y + 14.0, 6.0) } else { (y + 8.0, BAR) };
            let look = match (segment.state, thread.colour) {
                (ThreadState::Running, _) => format!("fill=\"{colour}\""),
                (ThreadState::Blocked, Some(number)) => format!("fill=\"url(#b{number})\""),
                (ThreadState::Waiting, Some(number)) => format!("fill=\"url(#w{number})\""),
                (ThreadState::Ready, Some(number)) => format!("fill=\"url(#r{number})\""),
                (ThreadState::Blocked, None) => "fill=\"#b7bac2\"".to_string(),
                (ThreadState::Waiting, None) => format!("fill=\"none\" stroke=\"{SOFT}\" stroke-dasharray=\"3 3\""),
                _ => continue,
            };
            let _ = write!(
                out,
                "<rect x=\"{x0:.1}\" y=\"{top:.0}\" width=\"{wide:.1}\" height=\"{height}\" rx=\"2\" {look}/>"
            );
            if !thread.slim {
                self.wait_words(out, segment.label, x0, wide, top);
            }
        }
    }

    /// A group: stacked heights of running, ready, waiting members.
    fn group(&self, out: &mut String, group: &LaneGroup, y: f32) {
        let label = [&group.label, " ×", &group.members.len().to_string()].concat();
        let chip = super::cast::chip(super::model::Who::Other(0), &label, None);
        self.label(out, &chip, "", TASKS[0], group.depth, y);
        let all = group.members.len().max(1) as f32;
        for (number, count) in group.counts.iter().enumerate() {
            let x0 = self.x(count.x0);
            let x1 = group.counts.get(number + 1).map_or(self.x(1.0), |next| self.x(next.x0));
            let mut bottom = y + 8.0 + BAR;
            for (members, opacity) in [(count.running, "1"), (count.ready, ".6"), (count.waiting, ".25")] {
                let tall = members as f32 / all * BAR;
                bottom -= tall;
                if tall > 0.0 {
                    let _ = write!(
                        out,
                        "<rect x=\"{x0:.1}\" y=\"{bottom:.1}\" width=\"{:.1}\" height=\"{tall:.1}\" fill=\"{}\" \
                         fill-opacity=\"{opacity}\"/>",
                        (x1 - x0).max(0.5),
                        TASKS[0]
                    );
                }
            }
        }
    }

    fn x(&self, x: f32) -> f32 {
        LABELS + x * self.width
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            control if control.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
