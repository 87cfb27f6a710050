// SPDX-License-Identifier: GPL-3.0-or-later
// WeeklyHead: above the findings of the weekly page: which week of which client, in a sentence what it was,
// and the choice of the client. GUI thread.
#pragma once

#include <QWidget>

#include <optional>

class QComboBox;

namespace assay {

struct JudgedWeek;
class TextLabel;

class WeeklyHead : public QWidget
{
    Q_OBJECT

public:
    explicit WeeklyHead(QWidget* parent = nullptr);

    void setWeek(const JudgedWeek& week, const std::optional<QString>& client);
    /// Nothing chosen: all clients.
    void setClients(const QStringList& clients, const std::optional<QString>& chosen);
    QWidget* clients() const;

signals:
    void clientChosen(const std::optional<QString>& client);

private:
    TextLabel* m_title;
    TextLabel* m_scope;
    TextLabel* m_summary;
    QComboBox* m_clients;
};

} // namespace assay
