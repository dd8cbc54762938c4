// SPDX-License-Identifier: Apache-2.0
// A listener of its own in C++, with libdondoc: every event of the inbox once, as a line. Where it stands is
// kept in FILE, after the line was written. Build it against an installed libdondoc with
//   c++ -std=c++20 listen.cpp -o listen $(pkg-config --cflags --libs dondoc)
#include <chrono>
#include <cstring>
#include <exception>
#include <iostream>

#include <lib/errors.h>
#include <lib/listener.h>
#include <lib/position.h>
#include <lib/profile.h>

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " PROFILE FILE [--until-idle]\n";
        return 2;
    }
    try {
        const auto profile = dondoc::client::read_profile(argv[1]);
        dondoc::client::ListenOptions options;
        options.agency = profile.agency;
        options.consumer = "example";
        if (argc > 3 && std::strcmp(argv[3], "--until-idle") == 0) {
            options.until_caught_up = true;
            options.give_up_after = std::chrono::seconds(30);
        }
        dondoc::client::StateFile position(argv[2], options.agency, options.consumer);
        dondoc::client::Listener listener(profile, options, position);
        listener.run([](const dondoc::v1::Event& event) {
            std::cout << event.number() << ' ' << event.agency() << ' '
                      << dondoc::v1::EventKind::Kind_Name(event.kind());
            for (const auto& item : event.digest().items())
                std::cout << " [" << item.due() << "] " << item.title();
            std::cout << std::endl;
            return std::cout.good();  // false: end; the event comes again next time
        });
        return 0;
    } catch (const dondoc::client::Refused& refused) {
        std::cerr << refused.error().code() << ": " << refused.error().message() << '\n';
    } catch (const dondoc::client::Unreachable& trouble) {
        std::cerr << "no daemon: " << trouble.message().key << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
    }
    return 1;
}
