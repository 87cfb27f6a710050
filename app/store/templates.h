// SPDX-License-Identifier: GPL-3.0-or-later
// The checklists that reviewers saved with prompt templates. Reading works on any connection; writing is for
// the store thread, inside the caller's Transaction. Checklists that generations have already are not
// touched.
#pragma once

#include "app/base/result.h"
#include "app/domain/templatechecklist.h"

#include <memory>
#include <optional>

namespace assay {

class Database;

class Templates
{
public:
    /// The database must outlive it.
    explicit Templates(const Database& database);
    ~Templates();
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;

    /// Nothing when none was saved or the template is unknown; an empty list was saved as such.
    Result<std::optional<TemplateChecklist>> saved(const QString& name) const;
    /// Replaces what was saved; a template that is not known yet is added. Invalid without a name and when
    /// two constraints have the same key.
    Result<void> save(const QString& name, const TemplateChecklist& checklist);

private:
    struct Statements;

    std::unique_ptr<Statements> m_statements;
};

} // namespace assay
