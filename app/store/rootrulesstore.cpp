// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rootrulesstore.h"

#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

RootRulesStore::RootRulesStore(const Database& database)
    : m_database(database)
{
}

Result<std::map<ImageRootId, RootRules>> RootRulesStore::all() const
{
    Statement read =
        m_database.prepare(QStringLiteral("SELECT root_id, include, exclude, path_pattern FROM root_rules"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::map<ImageRootId, RootRules> rules;
    while (read.next()) {
        rules[ImageRootId{read.integer(0)}] = {read.text(1).split(u'\n', Qt::SkipEmptyParts),
                                               read.text(2).split(u'\n', Qt::SkipEmptyParts), read.text(3)};
    }
    if (read.error())
        return *read.error();
    return rules;
}

Result<void> RootRulesStore::set(ImageRootId root, const RootRules& rules) const
{
    if (const auto parsed = PathRules::parse(rules); !parsed)
        return parsed.error();
    Statement exists = m_database.prepare(QStringLiteral("SELECT id FROM image_roots WHERE id = ?"));
    const auto id = exists.firstInteger(root);
    if (!id)
        return id.error();
    if (!*id)
        return Error{ErrorKind::NotFound, QString::number(root.value), QStringLiteral("no such image root")};
    Statement write = m_database.prepare(
        QStringLiteral("INSERT INTO root_rules (root_id, include, exclude, path_pattern) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (root_id) DO UPDATE SET include = excluded.include,"
                       " exclude = excluded.exclude, path_pattern = excluded.path_pattern"));
    return write.run(root, rules.include.join(u'\n'), rules.exclude.join(u'\n'), rules.pathPattern);
}

Result<std::map<ImageRootId, PathRules>> readPathRules(const Database& database)
{
    const auto stored = RootRulesStore(database).all();
    if (!stored)
        return stored.error();
    std::map<ImageRootId, PathRules> all;
    for (const auto& [root, rules] : *stored) {
        auto parsed = PathRules::parse(rules);
        if (!parsed)
            return Error{ErrorKind::Damaged, parsed.error().subject, parsed.error().detail};
        all.insert_or_assign(root, *std::move(parsed));
    }
    return all;
}

} // namespace assay
