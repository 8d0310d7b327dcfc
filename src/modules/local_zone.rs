//! The zone of local time, which `time.tzset()` sets by a rule as POSIX writes it: `EST5EDT,M3.2.0,M11.1.0`.

use std::rc::Rc;

use crate::objects::Interp;
use crate::objects::exception::PyResult;
use crate::objects::interp::not_supported;

use super::calendar::{civil_from_days, days_from_civil};

const DAY: i64 = 86_400;
/// glibc's `mktime` looks for a time with the `tm_isdst` asked for in such steps.
const STRIDE: i64 = 601_200;
const STRIDES: i64 = 536_454_000 / STRIDE + 1;
/// Where a rule names summer time and not when it begins, clocks are changed as in the United States.
const USUAL: &str = ",M3.2.0,M11.1.0";

/// Standard or summer time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    pub name: Rc<str>,
    /// Seconds east of Greenwich.
    pub offset: i64,
    pub is_summer: bool,
}

/// On which day of a year clocks are changed.
#[derive(Clone, Copy)]
enum Day {
    /// `Jn`: from 1, February 29th not counted.
    WithoutLeap(i64),
    /// `n`: from 0.
    OfYear(i64),
    /// `Mm.w.d`: the weekday's `w`th in a month, 5 the last one.
    OfMonth(i64, i64, i64),
}

/// When they are changed, in seconds of the local time before.
#[derive(Clone, Copy)]
struct Change(Day, i64);

struct Summer {
    time: Time,
    begins: Change,
    ends: Change,
}

/// The zone; of one process.
pub struct LocalZone {
    name: String,
    standard: Time,
    summer: Option<Summer>,
    /// The first year in which the rule holds.
    since: i64,
    /// How far west of Greenwich `mktime` found the last time, from which it guesses the next one.
    guess: i64,
}

impl Default for LocalZone {
    fn default() -> Self {
        let standard = Time { name: "UTC".into(), offset: 0, is_summer: false };
        LocalZone { name: "UTC".into(), standard, summer: None, since: i64::MIN, guess: 0 }
    }
}

impl Change {
    /// In seconds since 1970, by the local time before.
    fn of(self, year: i64) -> i64 {
        let first = days_from_civil(year, 1, 1);
        let days = match self.0 {
            Day::WithoutLeap(n) => {
                let is_leap = days_from_civil(year + 1, 1, 1) - first == 366;
                first + n - 1 + (is_leap && n >= 60) as i64
            }
            Day::OfYear(n) => first + n,
            Day::OfMonth(month, week, weekday) => {
                let begins = days_from_civil(year, month, 1);
                let next = days_from_civil(year + month / 12, month % 12 + 1, 1);
                // 1970-01-01 was a Thursday.
                let mut day = begins + (weekday - (begins + 4)).rem_euclid(7) + 7 * (week - 1);
                while day >= next {
                    day -= 7;
                }
                day
            }
        };
        days * DAY + self.1
    }
}

/// What is left of a rule.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn take(&mut self, wanted: char) -> Option<()> {
        self.0 = self.0.strip_prefix(wanted)?;
        Some(())
    }

    fn number(&mut self) -> Option<i64> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        digits.parse().ok()
    }

    /// A name of three letters or more, or anything in angle brackets.
    fn name(&mut self) -> Option<Rc<str>> {
        if let Some(quoted) = self.0.strip_prefix('<') {
            let (name, rest) = quoted.split_once('>')?;
            self.0 = rest;
            return Some(name.into());
        }
        let end = self.0.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at(end);
        self.0 = rest;
        (name.len() >= 3).then(|| name.into())
    }

    /// `[+-]h[:m[:s]]` in seconds.
    fn seconds(&mut self) -> Option<i64> {
        let is_negative = self.0.starts_with('-');
        self.0 = self.0.strip_prefix(['+', '-']).unwrap_or(self.0);
        let mut seconds = self.number()? * 3600;
        for unit in [60, 1] {
            if self.take(':').is_none() {
                break;
            }
            seconds += self.number()? * unit;
        }
        Some(if is_negative { -seconds } else { seconds })
    }

    fn change(&mut self) -> Option<Change> {
        self.take(',')?;
        let day = if self.take('J').is_some() {
            Day::WithoutLeap(self.number()?)
        } else if self.take('M').is_some() {
            let month = self.number()?;
            self.take('.')?;
            let week = self.number()?;
            self.take('.')?;
            Day::OfMonth(month, week, self.number()?)
        } else {
            Day::OfYear(self.number()?)
        };
        let time = if self.take('/').is_some() { self.seconds()? } else { 7200 };
        Some(Change(day, time))
    }
}

impl LocalZone {
    /// The zone `name` by its rule, which holds from the year `since` on. What is no rule is UTC under the name that it
    /// begins with, as glibc has it.
    pub fn new(rule: &str, since: i64, name: &str) -> LocalZone {
        let mut rest = Rest(rule);
        let named = rest.name();
        let known = named.clone().and_then(|name| {
            let standard = Time { name, offset: -rest.seconds()?, is_summer: false };
            let summer = if rest.0.is_empty() { None } else { Some(summer_time(&mut rest, standard.offset)?) };
            Some((standard, summer))
        });
        let unknown = || (Time { name: named.unwrap_or_default(), offset: 0, is_summer: false }, None);
        let (standard, summer) = known.unwrap_or_else(unknown);
        LocalZone { name: name.into(), standard, summer, since, guess: 0 }
    }

    /// Whether local time is that of Greenwich all the year round, whatever it is called.
    pub fn is_utc(&self) -> bool {
        self.summer.is_none() && self.standard.offset == 0
    }

    /// Which time holds at so many seconds since 1970.
    pub fn at(&self, i: &mut dyn Interp, seconds: i64) -> PyResult<&Time> {
        let year = civil_from_days((seconds + self.standard.offset).div_euclid(DAY)).0;
        if year < self.since {
            return Err(not_supported(i, &format!("local time of {} in the year {year}", self.name), None));
        }
        let Some(summer) = &self.summer else { return Ok(&self.standard) };
        let begins = summer.begins.of(year) - self.standard.offset;
        let ends = summer.ends.of(year) - summer.time.offset;
        let in_summer = match begins < ends {
            true => (begins..ends).contains(&seconds),
            false => !(ends..begins).contains(&seconds),
        };
        Ok(if in_summer { &summer.time } else { &self.standard })
    }

    /// The names of standard and summer time.
    pub fn named(&self, is_summer: bool) -> &Time {
        match &self.summer {
            Some(summer) if is_summer => &summer.time,
            _ => &self.standard,
        }
    }

    fn local(&self, i: &mut dyn Interp, seconds: i64) -> PyResult<(i64, bool)> {
        let time = self.at(i, seconds)?;
        Ok((seconds + time.offset, time.is_summer))
    }

    /// The moment whose local time is `local`: glibc's `mktime`. `is_summer`: as `tm_isdst` says, if it does.
    pub fn moment_of(&mut self, i: &mut dyn Interp, local: i64, is_summer: Option<bool>) -> PyResult<i64> {
        let found = self.search(i, local, is_summer)?;
        self.guess = found - local;
        Ok(found)
    }

    fn search(&self, i: &mut dyn Interp, local: i64, is_summer: Option<bool>) -> PyResult<i64> {
        let mut moment = local + self.guess;
        let (mut before_last, mut last, mut last_summer) = (moment, moment, false);
        let found_summer = loop {
            let (here, here_summer) = self.local(i, moment)?;
            if here == local {
                break here_summer;
            }
            let no_better = is_summer.map_or(!last_summer || here_summer, |wanted| wanted != here_summer);
            if moment == before_last && moment != last && no_better {
                // Clocks are put forward over this time: there is none such.
                return Ok(moment);
            }
            (before_last, last, last_summer) = (last, moment, here_summer);
            moment += local - here;
        };
        let Some(wanted) = is_summer.filter(|wanted| *wanted != found_summer) else { return Ok(moment) };
        for stride in 1..STRIDES {
            for near in [moment - stride * STRIDE, moment + stride * STRIDE] {
                let (there, summer) = self.local(i, near)?;
                if summer == wanted {
                    return Ok(near + (local - there));
                }
            }
            if self.summer.is_none() {
                break;
            }
        }
        // None is near: summer time is an hour ahead.
        Ok(if wanted { moment - 3600 } else { moment + 3600 })
    }
}

fn summer_time(rest: &mut Rest, standard: i64) -> Option<Summer> {
    let name = rest.name()?;
    let offset = match rest.0.starts_with(',') || rest.0.is_empty() {
        true => standard + 3600,
        false => -rest.seconds()?,
    };
    let mut usual = Rest(USUAL);
    let changes = if rest.0.is_empty() { &mut usual } else { rest };
    let (begins, ends) = (changes.change()?, changes.change()?);
    Some(Summer { time: Time { name, offset, is_summer: true }, begins, ends })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_on_which_days_clocks_are_changed() {
        let zone = LocalZone::new("EST5EDT,M3.2.0,M11.1.0", i64::MIN, "America/New_York");
        let summer = zone.summer.as_ref().expect("summer time");
        assert_eq!((zone.standard.offset, summer.time.offset), (-18_000, -14_400));
        assert_eq!(summer.begins.of(2026), days_from_civil(2026, 3, 8) * DAY + 7200);
        assert_eq!(summer.ends.of(2026), days_from_civil(2026, 11, 1) * DAY + 7200);
    }
}
