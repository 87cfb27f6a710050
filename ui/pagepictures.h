// SPDX-License-Identifier: GPL-3.0-or-later
// PagePictures: writes a PNG of each page of the workspace that the shell opens, as soon as it is complete,
// and quits the program: `assay --workspace W --pictures FOLDER`, also without a display. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

namespace assay {

class Shell;

class PagePictures : public QObject
{
    Q_OBJECT

public:
    /// Does nothing for an empty folder. The shell outlives this.
    PagePictures(Shell& shell, const QString& folder);

private:
    void begin();
    void look();
    bool isShownPageComplete() const;
    bool save();
    void leave(bool isGood);

    Shell& m_shell;
    QString m_folder;
    QTimer m_look;
    bool m_hasPicture = false;
    bool m_wasComplete = false; ///< at the last look: it has been laid out since
    int m_looksLeft;
};

} // namespace assay
