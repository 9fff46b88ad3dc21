package org.mainstay.db;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/// PostgreSQL has no cast between `xid8` and `bigint`, only their texts meet.
public final class Xid8Binding implements Binding<Object, Long> {

    @Override
    public Converter<Object, Long> converter() {
        return Converter.ofNullable(
                Object.class, Long.class, text -> Long.parseUnsignedLong(text.toString()), Long::toUnsignedString);
    }

    @Override
    public void sql(BindingSQLContext<Long> context) throws SQLException {
        if (context.render().paramType() == ParamType.INLINED) {
            context.render()
                    .visit(DSL.inline(context.convert(converter()).value()))
                    .sql("::xid8");
        } else {
            context.render().sql(context.variable()).sql("::xid8");
        }
    }

    @Override
    public void register(BindingRegisterContext<Long> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), Types.VARCHAR);
    }

    @Override
    public void set(BindingSetStatementContext<Long> context) throws SQLException {
        var text = context.convert(converter()).value();
        context.statement().setString(context.index(), text == null ? null : text.toString());
    }

    @Override
    public void get(BindingGetResultSetContext<Long> context) throws SQLException {
        context.convert(converter()).value(context.resultSet().getString(context.index()));
    }

    @Override
    public void get(BindingGetStatementContext<Long> context) throws SQLException {
        context.convert(converter()).value(context.statement().getString(context.index()));
    }

    @Override
    public void set(BindingSetSQLOutputContext<Long> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void get(BindingGetSQLInputContext<Long> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }
}
