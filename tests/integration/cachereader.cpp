// SPDX-License-Identifier: GPL-2.0-or-later
// cachereader CACHE COUNT SERVICE…: another program that uses a cache all the time, with nothing but libkrb5. Opens the
// cache COUNT times, and looks there for its principal and for a ticket of each service that is valid. Prints "begins",
// then how often one was missing, and libkrb5's code for the last time.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <krb5/krb5.h>

namespace {

krb5_error_code find(krb5_context context, krb5_ccache cache, krb5_principal client, krb5_principal service)
{
    krb5_creds wanted = {};
    krb5_creds found = {};
    wanted.client = client;
    wanted.server = service;
    wanted.times.endtime = static_cast<krb5_timestamp>(std::time(nullptr));
    const auto code = krb5_cc_retrieve_cred(context, cache, KRB5_TC_MATCH_TIMES, &wanted, &found);
    if (code == 0)
        krb5_free_cred_contents(context, &found);
    return code;
}

krb5_error_code look(krb5_context context, const char *name, const std::vector<krb5_principal> &services)
{
    krb5_ccache cache = nullptr;
    krb5_principal client = nullptr;
    auto code = krb5_cc_resolve(context, name, &cache);
    if (code != 0)
        return code;
    code = krb5_cc_get_principal(context, cache, &client);
    for (const krb5_principal service : services)
        code = code != 0 ? code : find(context, cache, client, service);
    krb5_free_principal(context, client);
    krb5_cc_close(context, cache);
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    krb5_context context = nullptr;
    if (argc < 4 || krb5_init_context(&context) != 0)
        return 2;
    std::vector<krb5_principal> services(static_cast<std::size_t>(argc) - 3);
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (krb5_parse_name(context, argv[i + 3], &services[i]) != 0)
            return 2;
    }
    const int count = std::atoi(argv[2]);
    int misses = 0;
    krb5_error_code last = 0;
    std::printf("begins\n");
    std::fflush(stdout);
    for (int i = 0; i < count; ++i) {
        const auto code = look(context, argv[1], services);
        misses += code != 0 ? 1 : 0;
        last = code != 0 ? code : last;
    }
    std::printf("%d %d\n", misses, static_cast<int>(last));
    for (const krb5_principal service : services)
        krb5_free_principal(context, service);
    krb5_free_context(context);
    return 0;
}
