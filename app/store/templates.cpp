// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/templates.h"

#include "app/store/checklists.h"
#include "app/store/database.h"
#include "app/store/names.h"
#include "app/store/statement.h"

#include <QSet>

namespace assay {

struct Templates::Statements
{
    explicit Statements(const Database& database)
        : names(database)
        , checklists(database)
        , read(database.prepare(QStringLiteral("SELECT t.checklist_id, p.text FROM templates t"
                                               " LEFT JOIN prompts p ON p.id = t.prompt_id"
                                               " WHERE t.name = ? AND t.checklist_id IS NOT NULL")))
        , write(database.prepare(
              QStringLiteral("UPDATE templates SET checklist_id = ?, prompt_id = ? WHERE id = ?")))
    {
    }

    Names names;
    Checklists checklists;
    Statement read;
    Statement write;
};

Templates::Templates(const Database& database)
    : m_statements(std::make_unique<Statements>(database))
{
}

Templates::~Templates() = default;

Result<std::optional<TemplateChecklist>> Templates::saved(const QString& name) const
{
    Statement& read = m_statements->read;
    if (name.isEmpty())
        return std::optional<TemplateChecklist>();
    if (const auto ran = read.run(name); !ran)
        return ran.error();
    if (!read.next()) {
        if (read.error())
            return *read.error();
        return std::optional<TemplateChecklist>();
    }
    const qint64 id = read.integer(0);
    TemplateChecklist saved{{}, read.text(1)};
    read.finish();
    auto constraints = m_statements->checklists.read(id);
    if (!constraints)
        return constraints.error();
    saved.constraints = *std::move(constraints);
    return std::optional(saved);
}

Result<void> Templates::save(const QString& name, const TemplateChecklist& checklist)
{
    QSet<QString> keys;
    for (const Constraint& constraint : checklist.constraints)
        keys.insert(constraint.key);
    if (keys.size() != checklist.constraints.size())
        return Error{ErrorKind::Invalid, name, QStringLiteral("a constraint key twice")};
    const auto row = m_statements->names.promptTemplate(name);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::Invalid, name, QStringLiteral("a template without a name")};
    const auto prompt = m_statements->names.prompt(
        checklist.prompt.isEmpty() ? std::nullopt : std::optional(checklist.prompt));
    if (!prompt)
        return prompt.error();
    const auto list = m_statements->checklists.idOfGiven(checklist.constraints);
    if (!list)
        return list.error();
    return m_statements->write.run(*list, *prompt, **row);
}

} // namespace assay
