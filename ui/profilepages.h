// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profileform.h"

namespace latchkey {

/// What a form of settings is about.
enum class FormSubject {
    Profile,
    Folder, ///< no host, and what its profiles inherit
    Several, ///< no names, no host
};

/// What is offered, not demanded.
struct FormOffers
{
    QStringList folders; ///< paths
    QStringList principals;
};

/// Adds the rows of every setting that the subject has to the form, and gives the pages with their titles.
QList<std::pair<QString, QWidget *>> buildProfilePages(ProfileForm &form, FormSubject subject,
                                                       const FormOffers &offers, QWidget *parent);

} // namespace latchkey
