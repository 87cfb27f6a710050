// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/viewcondition.h"

#include "app/store/statement.h"

namespace assay {

QString viewCondition(const ViewFilter& filter)
{
    QStringList conditions;
    if (filter.client)
        conditions += QStringLiteral("client_id = (SELECT id FROM clients WHERE name = ?)");
    if (filter.model)
        conditions += QStringLiteral("model = ?");
    if (filter.templateName)
        conditions += templateCondition(*filter.templateName);
    return conditions.isEmpty() ? QStringLiteral("true") : conditions.join(QStringLiteral(" AND "));
}

QString templateCondition(const QString& name)
{
    // Without a template it is NULL with an image and 0 in a sum; the name is bound all the same.
    return name.isEmpty() ? QStringLiteral("ifnull(template_id, 0) = 0 AND ? = ''")
                          : QStringLiteral("template_id = (SELECT id FROM templates WHERE name = ?)");
}

QVariantList viewValues(const ViewFilter& filter)
{
    QVariantList values;
    for (const auto& name : {filter.client, filter.model, filter.templateName}) {
        if (name)
            values += Statement::bound(*name);
    }
    return values;
}

} // namespace assay
