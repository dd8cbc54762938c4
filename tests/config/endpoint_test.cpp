// SPDX-License-Identifier: Apache-2.0
#include "config/endpoint.h"

#include <gtest/gtest.h>

#include <string>

namespace dondoc::config {
namespace {

TEST(Endpoint, IsTcpWithAPortOrAnAbsolutePath) {
    for (const auto* good : {"tcp://127.0.0.1:7710", "tcp://*:1", "tcp://eth0:65535", "tcp://[::]:7710",
                             "tcp://[fe80::1%eth0]:7710", "ipc:///run/dondoc/dondocd.sock"})
        EXPECT_EQ(check_endpoint(good), EndpointFault::None) << good;
    for (const auto* bad : {"", "7710", "tcp://", "tcp://127.0.0.1", "tcp://:7710", "tcp://127.0.0.1:0",
                            "tcp://127.0.0.1:65536", "tcp://127.0.0.1:x", "tcp://127.0.0.1:77 10",
                            "tcp://::1:7710", "tcp://[]:7710", "tcp://a b:7710", "tcp://127.0.0.1:7710/x",
                            "ipc://", "ipc://run.sock", "ipc:///run/", "ipc://@abstract", "inproc://x"})
        EXPECT_EQ(check_endpoint(bad), EndpointFault::Malformed) << bad;
}

TEST(Endpoint, APathFitsIntoASocketAddress) {
    const std::string longest = "/" + std::string(longest_socket_path - 1, 's');
    EXPECT_EQ(check_endpoint("ipc://" + longest), EndpointFault::None);
    EXPECT_EQ(check_endpoint("ipc://" + longest + "s"), EndpointFault::PathTooLong);
}

}  // namespace
}  // namespace dondoc::config
