//! Verbs by which an asker asks.

use serde::Deserialize;

/// What may follow an asking verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Complement {
    /// Somebody to do something: "urge you to release".
    To,
    /// That somebody do something: "demand that they be released".
    That,
    /// The thing asked for: "demand an end".
    Noun,
    /// For the thing, or for somebody to do it: "call for".
    For,
    /// An -ing form: "recommend releasing".
    Gerund,
    /// On or upon somebody to do it: "call on you to".
    On,
    /// Upon or to somebody to do it: "appeal to you to".
    Upon,
    /// A question: "ask what you have done".
    Wh,
    /// With somebody to do it: "plead with you to".
    With,
}

impl Complement {
    const ALL: [(&'static str, Complement); 9] = [
        ("to", Complement::To),
        ("that", Complement::That),
        ("noun", Complement::Noun),
        ("for", Complement::For),
        ("gerund", Complement::Gerund),
        ("on", Complement::On),
        ("upon", Complement::Upon),
        ("wh", Complement::Wh),
        ("with", Complement::With),
    ];

    fn named(name: &str) -> Option<Complement> {
        Complement::ALL.iter().find(|(known, _)| *known == name).map(|(_, complement)| *complement)
    }
}

/// A verb by which an asker asks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Performative {
    /// Base form.
    pub lemma: String,
    /// How hard it asks: 1 (invite) to 6 (demand).
    pub level: u8,
    /// What may follow.
    pub with: Vec<Complement>,
    /// Also used without asking: needs an addressee or a complement that asks.
    #[serde(default)]
    pub weak: bool,
}

impl Performative {
    /// The verb as one line of an embedded list.
    pub fn to_line(&self) -> String {
        let names = Complement::ALL.iter().filter(|(_, complement)| self.takes(*complement));
        let names: Vec<&str> = names.map(|(name, _)| *name).collect();
        format!("{} {} {} {}", self.lemma, self.level, u8::from(self.weak), names.join(" "))
    }

    /// The verb that such a line tells of.
    pub fn from_line(line: &str) -> Option<Performative> {
        let mut words = line.split(' ');
        Some(Performative {
            lemma: words.next()?.to_owned(),
            level: words.next()?.parse().ok()?,
            weak: words.next()? == "1",
            with: words.filter_map(Complement::named).collect(),
        })
    }

    /// Whether the verb takes a complement of this kind.
    pub fn takes(&self, complement: Complement) -> bool {
        self.with.contains(&complement)
    }
}
