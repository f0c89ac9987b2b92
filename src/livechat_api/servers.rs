//! Which servers calls go to.

use livechat_api::Servers;

use crate::sign_in::SignInClient;

/// LiveChat's servers. In the simulator, those of the fake LiveChat that the agent signed in to: only they accept its
/// tokens.
#[cfg_attr(
    not(all(feature = "simulator", debug_assertions)),
    expect(unused_variables, reason = "without a simulator, they are always LiveChat's")
)]
pub(crate) fn servers_of(sign_in: &SignInClient) -> Servers {
    #[cfg(all(feature = "simulator", debug_assertions))]
    if let Some(fake) = sign_in.fake() {
        return Servers::new(fake.api(), fake.accounts());
    }
    Servers::default()
}
