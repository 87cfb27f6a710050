// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsFilter: the title of the trends page and what it shows: which client, how many weeks. GUI thread.
// What is chosen is in the title and remembered in the settings.
#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QSettings;

namespace assay {

class SegmentedControl;
class TextLabel;

class TrendsFilter : public QWidget
{
    Q_OBJECT

public:
    /// The settings must outlive this.
    explicit TrendsFilter(QSettings* settings, QWidget* parent = nullptr);

    /// Nothing: all clients; empty: "no client".
    std::optional<QString> client() const { return m_client; }
    /// The newest weeks to show; nothing: all.
    std::optional<int> weeks() const;
    /// The choice is kept, also of a client that is not among them.
    void setClients(const QStringList& clients);
    void setSmall(bool isSmall);
    QString title() const;

signals:
    void clientChanged();
    void weeksChanged();

private:
    void chooseClient(int row);
    void chooseWeeks(int segment);
    void showTitle();

    QSettings* m_settings;
    std::optional<QString> m_client;
    TextLabel* m_name;
    TextLabel* m_scope;
    QComboBox* m_clients;
    SegmentedControl* m_weeks;
    bool m_isRangeChosen = false;
};

} // namespace assay
