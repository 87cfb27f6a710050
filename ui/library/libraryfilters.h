// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryFilters: the column of what can be asked for: week, verdict, why it counts, missed kind, client,
// outcome, model, template. GUI thread. It says what was chosen and reads nothing.
#pragma once

#include "app/store/libraryfilter.h"
#include "ui/common/surface.h"

class QComboBox;
class QPushButton;

namespace assay {

class FilterGroup;

class LibraryFilters : public Surface
{
    Q_OBJECT

public:
    explicit LibraryFilters(QWidget* parent = nullptr);

    /// Without words and order, which are asked for elsewhere.
    LibraryFilter filter() const;
    void setFilter(const LibraryFilter& filter);
    void setChoices(const LibraryChoices& choices);
    /// Nothing: not known yet.
    void setCounts(const std::optional<LibraryCounts>& counts);

signals:
    void changed();
    void clearRequested();

private:
    QComboBox* makeCombo(const char* name, const QString& accessibleName);
    void fillFixedGroups();
    void fillChoices();
    void showFilter();
    void take();

    LibraryFilter m_filter;
    LibraryChoices m_choices;
    QComboBox* m_week;
    FilterGroup* m_verdict;
    FilterGroup* m_reason;
    FilterGroup* m_kind;
    FilterGroup* m_client;
    FilterGroup* m_outcome;
    QComboBox* m_model;
    QComboBox* m_template;
    QPushButton* m_clear;
};

} // namespace assay
