#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>

enum { entry_size = 16384 };

static int fill(const struct passwd *entry, struct process_identity *identity) {
    int count = (int)(sizeof identity->groups / sizeof identity->groups[0]);
    identity->user = entry->pw_uid;
    identity->group = entry->pw_gid;
    // More groups than fit are cut off: the first ones suffice to run a server.
    if (getgrouplist(entry->pw_name, entry->pw_gid, identity->groups, &count) < 0)
        count = (int)(sizeof identity->groups / sizeof identity->groups[0]);
    identity->group_count = count;
    return 0;
}

int process_identity_named(const char *name, struct process_identity *identity) {
    char buffer[entry_size];
    struct passwd entry, *found = NULL;
    int code = getpwnam_r(name, &entry, buffer, sizeof buffer, &found);
    if (found == NULL) return code != 0 ? code : ENOENT;
    return fill(found, identity);
}

int process_identity_of(uid_t user, struct process_identity *identity, char *name, size_t name_size) {
    char buffer[entry_size];
    struct passwd entry, *found = NULL;
    int code = getpwuid_r(user, &entry, buffer, sizeof buffer, &found);
    if (found == NULL) return code != 0 ? code : ENOENT;
    if (strlen(found->pw_name) >= name_size) return ERANGE;
    strcpy(name, found->pw_name);
    return fill(found, identity);
}
