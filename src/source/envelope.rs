//! What a format says of a letter outside its text.

/// The headers of a mail, the head of a web page, the columns of a sheet. They fill in what the text itself
/// leaves open.
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Envelope {
    /// When it was sent or published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Who sent it.
    pub sender: Option<Party>,
    /// To whom.
    pub recipient: Option<Party>,
    /// Its subject or title.
    pub title: Option<String>,
}

/// Somebody as an envelope names them.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub enum Party {
    /// By name, which counts more than what is read out of the text.
    Named(String),
    /// By an address only, better than nothing.
    Address(String),
}

impl Party {
    /// The name, if one is given.
    pub fn name(&self) -> Option<&str> {
        match self {
            Party::Named(name) => Some(name),
            Party::Address(_) => None,
        }
    }

    /// The name, or the address.
    pub fn as_str(&self) -> &str {
        match self {
            Party::Named(text) | Party::Address(text) => text,
        }
    }
}
