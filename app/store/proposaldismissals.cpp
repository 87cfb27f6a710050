// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/proposaldismissals.h"

#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

ProposalDismissals::ProposalDismissals(const Database& database)
    : m_database(database)
{
}

Result<void> ProposalDismissals::add(const ProposalDismissal& dismissal) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO proposal_dismissals (client, model, template, dismissed_at,"
                       " dismissed_by, note) VALUES (?, ?, ?, ?, ?, ?)"));
    return insert.run(dismissal.client, dismissal.model, dismissal.templateName, dismissal.at, dismissal.by,
                      dismissal.note);
}

Result<std::vector<ProposalDismissal>> ProposalDismissals::all() const
{
    Statement read =
        m_database.prepare(QStringLiteral("SELECT client, model, template, dismissed_at, dismissed_by, note"
                                          " FROM proposal_dismissals ORDER BY id"));
    if (auto ran = read.run(); !ran)
        return ran.error();
    std::vector<ProposalDismissal> dismissals;
    while (read.next()) {
        dismissals.push_back({.client = read.text(0),
                              .model = read.text(1),
                              .templateName = read.text(2),
                              .at = read.time(3),
                              .by = read.text(4),
                              .note = read.text(5)});
    }
    if (read.error())
        return *read.error();
    return dismissals;
}

} // namespace assay
