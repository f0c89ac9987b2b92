//! The simulator as a separate WebAssembly module, which `trunk/simulator.sh` builds.

fn main() {
    yew_livechat_simulator::run();
}
