//! Who somebody is, from the account the game sends.

use boxcars::{RemoteId, UniqueId};

/// An account on a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub platform: &'static str,
    pub id: String,
    /// Split-screen guests share the account of their console and count up here.
    pub local: u8,
}

pub fn identity(id: &UniqueId) -> Option<Identity> {
    let (platform, id_text) = match &id.remote_id {
        RemoteId::Steam(number) => ("steam", number.to_string()),
        RemoteId::Epic(account) => ("epic", account.clone()),
        RemoteId::PlayStation(account) => ("ps4", playstation(account.online_id, &account.name)),
        RemoteId::Xbox(number) => ("xbox", number.to_string()),
        RemoteId::Switch(account) => ("switch", account.online_id.to_string()),
        RemoteId::PsyNet(account) => ("psynet", account.online_id.to_string()),
        RemoteId::QQ(number) => ("qq", number.to_string()),
        RemoteId::SplitScreen(number) => ("splitscreen", number.to_string()),
        _ => return None,
    };
    let known = platform == "splitscreen" || !(id_text.is_empty() || id_text == "0");
    known.then_some(Identity { platform, id: id_text, local: id.local_id })
}

/// The account number, or the name in old games, where the number is a mere flag.
fn playstation(number: u64, name: &str) -> String {
    if number <= u64::from(u32::MAX) && !name.is_empty() {
        name.to_owned()
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boxcars::Ps4Id;

    fn of(remote_id: RemoteId) -> Option<String> {
        let who = identity(&UniqueId { system_id: 1, remote_id, local_id: 0 })?;
        Some(format!("{}:{}", who.platform, who.id))
    }

    #[test]
    fn old_playstation_accounts_are_names() {
        let account = |online_id| Ps4Id { online_id, name: "Ada".into(), unknown1: Vec::new() };
        assert_eq!(of(RemoteId::PlayStation(account(1))).as_deref(), Some("ps4:Ada"));
        let modern = of(RemoteId::PlayStation(account(9_020_837_857_499_620_960)));
        assert_eq!(modern.as_deref(), Some("ps4:9020837857499620960"));
    }

    #[test]
    fn empty_accounts_are_nobody() {
        assert_eq!(of(RemoteId::Steam(0)), None);
        assert_eq!(of(RemoteId::Epic(String::new())), None);
    }
}
